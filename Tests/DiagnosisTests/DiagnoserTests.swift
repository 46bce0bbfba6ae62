import Diagnosis
import Testing

@Suite("Diagnoses")
struct DiagnoserTests {}

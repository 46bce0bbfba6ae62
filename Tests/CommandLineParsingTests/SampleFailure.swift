struct SampleFailure: Error {}

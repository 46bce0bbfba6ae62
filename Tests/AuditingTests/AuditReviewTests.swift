import AzureFacts
import AzureResources
import Findings
import Testing

@testable import Auditing

@Suite("Baselines and suppressions")
struct AuditReviewTests {
  private static func finding(_ code: CheckCode, _ name: String) -> Finding {
    let id = ResourceID("/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/routeTables/\(name)")
    return Finding(code, .error, "something", id!, remedy: Remedy("change it"))
  }

  @Test(
    "An asterisk stands for any text, and case doesn't count",
    arguments: [
      ("/a/b", "/A/B", true), ("/a/b", "/a", false), ("/a/b/c", "/a/*", true), ("/a/b/c", "*/c", true),
      ("/a/b/c", "/a*c", true), ("/a/b/c", "*", true), ("/a/b/c", "*/b", false), ("/aab", "*ab", true),
      ("", "*", true), ("/a", "", false), ("/abcbd", "/a*b*d", true), ("/abc", "/abc*", true),
    ])
  func patterns(text: String, pattern: String, matches: Bool) {
    #expect(Suppression.matches(text, pattern) == matches)
  }

  @Test(
    "A suppression counts up to its last day",
    arguments: [("2026-11-20", true), ("2026-11-21", false), ("2026-11-22", false)])
  func expiry(last: String, isBack: Bool) {
    let suppression = Suppression(.routingLoop, resource: "*/t1", reason: "known", expires: Day(last))
    let review = AuditReview(
      [Self.finding(.routingLoop, "t1")], suppressions: [suppression], on: Day("2026-11-21"))
    #expect(review.new.isEmpty != isBack)
    #expect(review.expired.isEmpty != isBack)
  }

  @Test("Without a day nothing expires")
  func noDay() {
    let suppression = Suppression(nil, resource: "*", reason: "known", expires: Day("2001-01-01"))
    #expect(AuditReview([Self.finding(.routingLoop, "t1")], suppressions: [suppression]).new.isEmpty)
  }

  @Test("A baseline knows code and resource, whatever the words")
  func baseline() {
    let findings = [Self.finding(.routingLoop, "t1"), Self.finding(.routingLoop, "t2")]
    let review = AuditReview(findings, baseline: [Self.finding(.routingLoop, "T1").key])
    #expect(review.new.map { String($0.resource.name) } == ["t2"])
    #expect(review.findings.map(\.standing) == [.known, .new])
  }

  @Test("A suppression that covers nothing is said")
  func unused() {
    let suppression = Suppression(.noGateway, resource: "*", reason: "known")
    let review = AuditReview([Self.finding(.routingLoop, "t1")], suppressions: [suppression])
    #expect(review.unused == [suppression])
    #expect(review.new.count == 1)
  }

  @Test("Fingerprints differ by code and by resource, and not by case")
  func fingerprints() {
    let keys = [Self.finding(.routingLoop, "t1"), Self.finding(.noGateway, "t1"), Self.finding(.noGateway, "t2")]
    #expect(Set(keys.map(\.key.fingerprint)).count == 3)
    #expect(Self.finding(.noGateway, "T2").key.fingerprint == keys[2].key.fingerprint)
    #expect(keys.allSatisfy { $0.key.fingerprint.utf8.count == 16 })
  }
}

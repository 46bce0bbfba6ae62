import Testing

@testable import ARMAnswers

@Suite("Taking URLs apart")
struct RequestURLTests {
  @Test(
    "Paths, whole URLs and sloppy slashes give the same segments",
    arguments: [
      "/subscriptions/s/resources", "https://management.azure.com/subscriptions/s/resources?api-version=2021-04-01",
      "subscriptions/s/resources/", "//subscriptions//s/resources#part", "https://[::1]:8443/subscriptions/s/resources",
    ])
  func segments(url: String) {
    #expect(RequestURL(url).segments == ["subscriptions", "s", "resources"])
  }

  @Test("Codes are decoded after splitting, and broken ones stay as they are")
  func decoding() {
    #expect(RequestURL("/a%20b/c%2Fd/%zz/%4").segments == ["a b", "c/d", "%zz", "%4"])
    #expect(RequestURL("/a+b?x=1+2%2B3").segments == ["a+b"])
    #expect(RequestURL("/a+b?x=1+2%2B3").parameter("X") == "1 2+3")
  }

  @Test("The first parameter of a name counts, and one without a value is empty")
  func parameters() {
    let url = RequestURL("/a?Peer=1.2.3.4&peer=5.6.7.8&flag&eq=a=b")
    #expect(url.parameter("peer") == "1.2.3.4")
    #expect(url.parameter("flag")?.isEmpty == true)
    #expect(url.parameter("eq") == "a=b")
    #expect(url.parameter("absent") == nil)
  }

  @Test("A URL without a path has no segments", arguments: ["", "/", "https://host", "https://host?x=/a/b", "?", "#"])
  func empty(url: String) {
    #expect(RequestURL(url).segments.isEmpty)
  }
}

using System.Net;

namespace PayPage.Unit.Office;

/// <summary>Pages answer to methods that they have a handler for, and to no invented ones.</summary>
public sealed class MethodsTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PAGE", "/merchant")]
    [InlineData("PAGE", "/merchant/sign-in")]
    [InlineData("PUT", "/merchant/sign-in")]
    public async Task No_page_takes_a_method_that_is_the_beginning_of_a_name_of_ours(string method, string path)
    {
        using var browser = office.Site.Browser();
        using var call = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));

        var answer = await browser.SendAsync(call, Ct);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.DoesNotContain("PAGE", answer.Content.Headers.Allow);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }
}

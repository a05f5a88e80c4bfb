using System.Net;
using System.Text.RegularExpressions;

namespace PayPage.Bench;

/// <summary>A payer with an invoice of his own, who sends what a browser sends: the page's form, the sandbox's card form, and what leads from one to the other.</summary>
internal sealed partial class OnePayer
{
    // The page without a language chosen is English.
    private const string PaidTitle = "Payment received";

    private readonly HttpClient _client;
    private readonly Uri _page;
    private readonly Dictionary<string, string> _form;
    private string _cookie = "";

    private OnePayer(HttpClient client, Uri page, Dictionary<string, string> form) => (_client, _page, _form) = (client, page, form);

    public Uri Page => _page;

    /// <summary>The page's own path with this behind it is asked by the script of a page that waits.</summary>
    public Uri State => new($"{_page.AbsoluteUri}/state");

    /// <summary>Reads his page, with the form that he will send.</summary>
    public static async Task<OnePayer> ReadAsync(HttpClient client, Uri page)
    {
        using var answer = await client.GetAsync(page);
        Expect(answer, HttpStatusCode.OK, "the page to be paid");
        var html = await answer.Content.ReadAsStringAsync();

        return new OnePayer(client, page, new Dictionary<string, string>
        {
            ["Input.Shown"] = Field(html, "Input.Shown"),
            ["Input.Attempt"] = Field(html, "Input.Attempt"),
            ["Input.Choice"] = "full",
            ["Input.Amount"] = "",
            ["Input.Method"] = "card",
            ["Input.BankCode"] = "",
            ["Input.ReceiptEmail"] = "",
        });
    }

    /// <summary>Presses Pay, and has the answer: the payment is held here, and open at the processor.</summary>
    public async Task PressAsync()
    {
        using var answer = await PostAsync(_page, _form);
        Expect(answer, HttpStatusCode.SeeOther, "Pay pressed");
        ExpectPlace(answer, $"{_page.AbsolutePath}/go");
        _cookie = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.First().Split(';')[0] : throw new UnexpectedAnswerException("No cookie came with the payment.");
    }

    /// <summary>Goes to the processor, pays by card and comes back, until his page says that it is paid.</summary>
    public async Task PayAsync()
    {
        var there = await FollowAsync(new Uri($"{_page.AbsoluteUri}/go"), "the way to the processor");
        using (var form = await GetAsync(there))
        {
            Expect(form, HttpStatusCode.OK, "the card form");
        }

        Uri done;
        using (var paid = await PostAsync(new Uri($"{there.AbsoluteUri}/card"), new() { ["number"] = "4242 4242 4242 4242", ["expiry"] = "12/39", ["code"] = "123" }))
        {
            Expect(paid, HttpStatusCode.SeeOther, "the card");
            ExpectPlace(paid, $"{there.AbsolutePath}/done");    // so there is one
            done = new Uri(there, paid.Headers.Location!);
        }

        var back = await FollowAsync(done, "the way back");
        using (var returned = await GetAsync(back))
        {
            Expect(returned, HttpStatusCode.SeeOther, "the return");
            ExpectPlace(returned, _page.AbsolutePath);
        }

        using var end = await GetAsync(_page);
        Expect(end, HttpStatusCode.OK, "the page at the end");

        if (!(await end.Content.ReadAsStringAsync()).Contains(PaidTitle, StringComparison.Ordinal))
        {
            throw new UnexpectedAnswerException("The page at the end does not say that it is paid.");
        }
    }

    public static void Expect(HttpResponseMessage answer, HttpStatusCode status, string what)
    {
        if (answer.StatusCode != status)
        {
            throw new UnexpectedAnswerException($"{what}: {(int)answer.StatusCode} in place of {(int)status}.");
        }
    }

    private static void ExpectPlace(HttpResponseMessage answer, string path)
    {
        if (answer.Headers.Location?.OriginalString.EndsWith(path, StringComparison.Ordinal) != true)
        {
            throw new UnexpectedAnswerException("An answer leads elsewhere.");
        }
    }

    /// <returns>Where a page without a form leads by its header.</returns>
    private async Task<Uri> FollowAsync(Uri page, string what)
    {
        using var answer = await GetAsync(page);
        Expect(answer, HttpStatusCode.OK, what);
        return answer.Headers.TryGetValues("Refresh", out var refresh) && refresh.Single().Split("url=", 2) is [_, var url]
            ? new Uri(page, url)
            : throw new UnexpectedAnswerException($"{what} leads nowhere.");
    }

    private Task<HttpResponseMessage> GetAsync(Uri page) => SendAsync(new HttpRequestMessage(HttpMethod.Get, page));

    private Task<HttpResponseMessage> PostAsync(Uri page, Dictionary<string, string> form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Origin", page.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return SendAsync(request);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (_cookie.Length > 0 && request.RequestUri!.AbsolutePath.StartsWith("/p/", StringComparison.Ordinal))    // every request here has an address
            {
                request.Headers.Add("Cookie", _cookie);
            }

            return await _client.SendAsync(request);
        }
    }

    private static string Field(string html, string name) => Hidden().Matches(html).FirstOrDefault(m => m.Groups["name"].Value == name) is { } match
        ? match.Groups["value"].Value
        : throw new UnexpectedAnswerException($"The page has no {name}: it cannot be paid.");

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>The site answered otherwise than it must: such a run says nothing. Its words hold no address.</summary>
internal sealed class UnexpectedAnswerException(string message) : Exception(message);

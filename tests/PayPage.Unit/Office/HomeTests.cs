using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Outbox;

namespace PayPage.Unit.Office;

public sealed partial class HomeTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private string Home => $"/merchant/{office.Merchant}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Home_says_how_the_merchant_stands_for_each_currency_alone()
    {
        var html = await HomeAsync();

        Assert.Matches("<h2>Outstanding</h2>(.|\n)*¥12,000(.|\n)*KWD(.|&#xA0;)255\\.375(.|\n)*\\$", html);
        Assert.Contains($"{Home}/invoices?overdue=yes&amp;currency=USD", html, StringComparison.Ordinal);
        Assert.Contains("What happened last", html, StringComparison.Ordinal);
        Assert.Matches("role=\"img\" aria-label=\"In the last 30 days [0-9]+ sent, [0-9]+ opened, [0-9]+ paid\\.\"", html);
        Assert.Equal(30, Row().Count(html));
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_given_up_can_be_tried_again_from_here_and_only_by_a_form()
    {
        var message = await KillAsync();
        Assert.Contains("was refused: 550 no such mailbox.", await HomeAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await AgainAsync("msg_00000000000000000000000000000000")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AgainAsync("nonsense")).StatusCode);

        var done = await AgainAsync($"{message}");
        Assert.Equal((HttpStatusCode.SeeOther, Home), (done.StatusCode, $"{done.Headers.Location}"));
        var after = await HomeAsync();
        Assert.Contains("It is being sent again.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("550 no such mailbox", after, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await office.Admin.SendAsync("POST", $"{Home}?handler=Again", [("Message", $"{message}")], Ct)).StatusCode);
    }

    [Fact]
    public async Task A_payment_of_nobody_cannot_be_asked_for() => Assert.Equal(
        HttpStatusCode.NotFound,
        (await office.Admin.PostAsync($"{Home}?handler=Ask", Home, Ct, ("Payment", "pay_00000000000000000000000000000000"))).StatusCode);

    /// <summary>One of the demo's mails, as if a server had refused it.</summary>
    private async Task<OutboxMessageId> KillAsync()
    {
        await using var db = office.Site.OpenDatabase();
        var message = await db.Outbox.Where(m => m.Kind == OutboxKind.InvoiceMail && db.Invoices.Any(i => i.Id == m.InvoiceId && i.Number == "DEMO-SENT")).SingleAsync(Ct);
        var at = message.CreatedAt.AddSeconds(1);
        await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.SentAt, (DateTimeOffset?)null).SetProperty(m => m.DeadAt, at).SetProperty(m => m.LastError, "550 no such mailbox"), Ct);
        return message.Id;
    }

    private Task<HttpResponseMessage> AgainAsync(string message) =>
        office.Admin.PostAsync($"{Home}?handler=Again", Home, Ct, ("Message", message));

    private Task<string> HomeAsync() => office.Admin.ReadAsync(Home, Ct);

    [GeneratedRegex("<tr><th scope=\"row\">")]
    private static partial Regex Row();
}

namespace PayPage.E2E.Support;

/// <summary>A payer without script: from the link to the processor and back, over HTTP alone.</summary>
internal sealed class WalkingPayer(PlainBrowser browser) : IDisposable
{
    public const string PaidTitle = "Payment received";

    private const string BankDecision = "decision";

    public Task<PlainPage> OpenAsync(Uri link) => browser.OpenAsync(link);

    /// <summary>Presses Pay on the page of a link, and goes where that leads: to the processor, if all goes well.</summary>
    /// <param name="amount">A part, as it is typed; null: all of it.</param>
    public Task<PlainPage> PressPayAsync(PlainPage page, bool byBank = false, string? amount = null)
    {
        var typed = new Dictionary<string, string> { ["Input.Method"] = byBank ? "bank" : "card" };

        if (byBank)
        {
            typed["Input.BankCode"] = "amberfield";
        }

        if (amount is not null)
        {
            (typed["Input.Choice"], typed["Input.Amount"]) = ("other", amount);
        }

        return browser.SendAsync(page, typed);
    }

    /// <summary>Fills the processor's card page in and goes back with what comes of it.</summary>
    public async Task<PlainPage> PayByCardAsync(PlainPage card, string number)
    {
        var next = await browser.SendAsync(card, new Dictionary<string, string> { ["number"] = number, ["expiry"] = "12 / 35", ["code"] = "123" });
        return next.Form("Complete authentication") is null ? next
            : await browser.SendAsync(next, new Dictionary<string, string> { ["result"] = "complete" }, "Complete authentication");
    }

    /// <param name="decision">What the bank's page calls it: approve, refuse, pending_success, pending_failure.</param>
    public Task<PlainPage> DecideAtBankAsync(PlainPage bank, string decision) =>
        browser.SendAsync(bank, new Dictionary<string, string> { [BankDecision] = decision }, "Approve");

    public static bool MayPay(PlainPage page) => page.Form("Pay")?.QuerySelector("[name='Input.Method']") is not null;

    public static bool IsCardPage(PlainPage page) => page.Value("#number") is not null;

    public static bool IsBankPage(PlainPage page) => page.Form("Approve") is not null;

    public void Dispose() => browser.Dispose();
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Team;
using PayPage.Pages.Office.OneInvoice;
using PayPage.UseCases.Home;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.Pages.Office;

/// <summary>A merchant's home: how he stands, what waits for somebody, what happened last.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class HomeModel(ShowHome showHome, SendOnceMore sendOnceMore, AskNow askNow) : OfficePage
{
    private const string MessagePrefix = "msg_";
    private const string PaymentPrefix = "pay_";

    /// <summary>The message that is to be tried again, as <c>msg_…</c>.</summary>
    [BindProperty, FromForm]
    public string? Message { get; set; }

    /// <summary>The payment that is to be asked for, as <c>pay_…</c>.</summary>
    [BindProperty, FromForm]
    public string? Payment { get; set; }

    /// <summary>Set before the page is drawn.</summary>
    public HomeView Home { get; private set; } = null!;

    public async Task<PageResult> OnGetAsync(CancellationToken ct)
    {
        Title = "Home";
        Home = await showHome.HandleAsync(Merchant, Caller, ct);
        return Page();
    }

    [Needs(Right.SendInvoices)]
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken ct)
    {
        if (PrefixedId.Read(MessagePrefix, Message) is not { } id || await sendOnceMore.HandleAsync(new OutboxMessageId(id), Caller, ct) is not { } number)
        {
            return NotFound();
        }

        Say($"It is being sent again. What becomes of it stands in the history of {number}.");
        return SeeOther(Path());
    }

    [Needs(Right.RecordPayments)]
    public async Task<IActionResult> OnPostAskAsync(CancellationToken ct)
    {
        if (PrefixedId.Read(PaymentPrefix, Payment) is not { } id || await askNow.HandleAsync(new PaymentId(id), Caller, ct) is not { } answer)
        {
            return NotFound();
        }

        Say(answer.Status switch
        {
            PaymentStatus.Succeeded => $"The money has come: {answer.Number} is up to date.",
            PaymentStatus.Failed or PaymentStatus.Canceled => $"Nothing came of the payment of {answer.Number}. It can be paid again.",
            PaymentStatus.Processing => $"The payer's bank is moving the money for {answer.Number}.",
            PaymentStatus.Prepared or PaymentStatus.Submitted => $"The payment of {answer.Number} is still open at the processor.",
            PaymentStatus.Unconfirmed => $"The processor still does not say what became of the payment of {answer.Number}. We keep asking.",
        });
        return SeeOther(Path());
    }
}

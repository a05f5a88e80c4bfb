using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Payments;

namespace PayPage.Pages.Office.Invoices;

/// <summary>Writing an invoice: from nothing, for a customer, or like an earlier one.</summary>
[Needs(Right.WriteInvoices)]
internal sealed class NewModel(
    BeginInvoice begin, CreateInvoice create, OfferCustomers offerCustomers, FormReader reader, MakeAttempt makeAttempt)
    : InvoiceFormPage(begin, offerCustomers, reader)
{
    private readonly BeginInvoice _begin = begin;
    private readonly FormReader _reader = reader;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? customer, [FromQuery] string? like, CancellationToken ct)
    {
        var begun = like is null ? await _begin.HandleAsync(Caller, ct) : await _begin.LikeAsync(like, Caller, ct);
        var proposal = customer is null ? begun?.Proposal
            : begun is not null && CustomerId.TryParse(customer, out var id) ? await _begin.ForAsync(id, begun.Proposal, Caller, ct)
            : null;

        if (proposal is null)
        {
            return NotFound();
        }

        Form = InvoiceFormText.Form(proposal);
        return await FormAsync([], ct);
    }

    public Task<IActionResult> OnPostDraftAsync(CancellationToken ct) => CreateAsync(wanted => wanted, "was saved as a draft. Only your team can see it.", ct);

    public Task<IActionResult> OnPostCreateAsync(CancellationToken ct) =>
        CreateAsync(wanted => wanted with { Publish = true, Deliver = false }, "can be paid now. It was not sent: send it, or hand over its link.", ct);

    [Needs(Right.SendInvoices)]
    public Task<IActionResult> OnPostSendAsync(CancellationToken ct) => CreateAsync(wanted => wanted with { Publish = true }, "is on its way to your customer.", ct, isSent: true);

    protected override async Task<bool> LookAsync(CancellationToken ct)
    {
        Title = "New invoice";
        Form.Attempt = makeAttempt.IsOne(Form.Attempt) ? Form.Attempt : makeAttempt.Handle();
        LikelyNumber = (await _begin.HandleAsync(Caller, ct)).LikelyNumber;
        return true;
    }

    private async Task<IActionResult> CreateAsync(Func<NewInvoice, NewInvoice> with, string done, CancellationToken ct, bool isSent = false)
    {
        var (wanted, faults) = await _reader.ReadAsync(Form, isSent, Caller, ct);

        if (wanted is null)
        {
            return await FormAsync(faults, ct);
        }

        return await create.HandleAsync(with(wanted) with { CreationKey = makeAttempt.IsOne(Form.Attempt) ? Form.Attempt : null }, Caller, ct) switch
        {
            CreateInvoice.Outcome.Created { MailFailed: true } unsent => Done(unsent.Number, "was made, but could not be sent. Its history below says why."),
            CreateInvoice.Outcome.Created created => Done(created.Number, done),
            CreateInvoice.Outcome.WasCreated was when IsSame(was.Invoice, wanted) => Done(
                was.Number, with(wanted) is { Publish: true } ? "was made already, by the same form. See here how it stands: nothing was sent now." : "was made already, by the same form. Here it is."),
            CreateInvoice.Outcome.WasCreated was => await OtherAsync(was.Number, ct),
            CreateInvoice.Outcome.DuplicateNumber => await WrongAsync(nameof(Form.Number), "This number is taken. Write another, or leave it blank to get one.", ct),
            CreateInvoice.Outcome.TextNeedsLink => await WrongAsync(nameof(Form.Delivery), FieldFault.TextNeedsLink.Message, ct),
            _ => throw new UnreachableException(),
        };
    }

    private static bool IsSame(NewInvoice made, NewInvoice wanted) =>
        made.Currency == wanted.Currency && (wanted.Number ?? made.Number) == made.Number && FieldTexts.Of(made).ChangedFrom(FieldTexts.Of(wanted)).Count == 0;

    /// <summary>Somebody went back, changed something and sent the form again. Nothing is lost, and nothing is guessed.</summary>
    private Task<IActionResult> OtherAsync(string made, CancellationToken ct)
    {
        Form.Attempt = null;
        return WrongAsync("", $"This form has made invoice {made} before, with other words in it. Press the button again to make another invoice, or change that one.", ct);
    }
}

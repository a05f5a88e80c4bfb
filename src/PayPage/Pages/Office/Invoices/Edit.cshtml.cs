using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.Invoices;

/// <summary>Changing an invoice that is there, as long as no money came. What a colleague changed meanwhile is shown before anything of it is replaced.</summary>
[Needs(Right.WriteInvoices)]
internal sealed class EditModel(
    BeginInvoice begin, BeginChange beginChange, ChangeInvoice change, PublishInvoice publish, SendInvoice send, OfferCustomers offerCustomers, FormReader reader)
    : InvoiceFormPage(begin, offerCustomers, reader)
{
    private readonly FormReader _reader = reader;
    private BeginChange.View? _view;

    /// <summary>As the router leaves it: all is unescaped but slashes.</summary>
    [FromRoute(Name = "number")]
    public string Typed { get; init; } = "";

    /// <summary>No number has a percent sign in it, so this is never a second decoding. Empty where it is no number at all.</summary>
    public string Number => InvoiceNumber.TryRead(Typed.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), out var number) ? number : "";

    public override Invoice? Invoice => _view?.Invoice;

    /// <summary>Why there is nothing to change; null: there is.</summary>
    public ChangeObstacle? Obstacle => _view?.Obstacle;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct) || _view is not { } view)
        {
            return NotFound();
        }

        Form = InvoiceFormText.Form(view.Proposal);
        Carry(view.Invoice.Version, view.Marks);
        return await FormAsync([], ct);
    }

    public Task<IActionResult> OnPostSaveAsync(CancellationToken ct) => SaveAsync(isSent: false, saved => Task.FromResult(EditWords.Of(saved.Change)), ct);

    public Task<IActionResult> OnPostCreateAsync(CancellationToken ct) => SaveAsync(
        isSent: false, async _ => EditWords.Of(await publish.HandleAsync(Number, Caller, ct)), ct);

    [Needs(Right.SendInvoices)]
    public Task<IActionResult> OnPostSendAsync(CancellationToken ct) => SaveAsync(
        isSent: true, async saved => EditWords.Of(await send.HandleAsync(new SendInvoice.Wish(Number, saved.Delivery), Caller, ct)), ct);

    /// <summary>One field becomes what the colleague wrote; everything else stays as typed.</summary>
    public async Task<IActionResult> OnPostTheirsAsync([FromForm] string? take, CancellationToken ct)
    {
        if (await LookAsync(ct) && _view is { } view)
        {
            TheirField.Take(Form, take ?? "", InvoiceFormText.Form(view.Proposal));
        }

        return await FormAsync([], ct);
    }

    protected override async Task<bool> LookAsync(CancellationToken ct)
    {
        _view ??= await beginChange.HandleAsync(Number, Caller, ct);
        Title = $"Change invoice {_view?.Invoice.Number}";

        // Whatever was posted: these two never change.
        (Form.Number, Form.Currency) = (_view?.Invoice.Number, _view?.Invoice.Currency.Code);
        return _view is not null;
    }

    private async Task<IActionResult> SaveAsync(bool isSent, Func<Saved, Task<string>> then, CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        var (wanted, faults) = await _reader.ReadAsync(Form, isSent, Caller, ct);

        if (wanted is null)
        {
            return await FormAsync(faults, ct);
        }

        var wish = new ChangeInvoice.Wish(Number, wanted, long.TryParse(Form.Version, out var version) ? version : 0, Form.Marks);

        return await change.HandleAsync(wish, Caller, ct) switch
        {
            ChangeInvoice.Outcome.Changed changed => Done(Number, await then(new Saved(wanted.Delivery, changed))),
            ChangeInvoice.Outcome.ChangedMeanwhile theirs => await TellAsync(theirs, ct),
            ChangeInvoice.Outcome.NotAllowed no => await WrongAsync("", EditWords.Of(no.Why), ct),
            ChangeInvoice.Outcome.NoSuchInvoice => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    private Task<IActionResult> TellAsync(ChangeInvoice.Outcome.ChangedMeanwhile theirs, CancellationToken ct)
    {
        Clashes = theirs.Clashes;
        Carry(theirs.Version, theirs.Marks);
        return WrongAsync("", "Somebody else has changed this invoice since you opened it. Nothing of yours is saved yet: compare below.", ct);
    }

    private void Carry(long version, string marks) => (Form.Version, Form.Marks) = ($"{version}", marks);

    /// <param name="Delivery">How the form wants it sent.</param>
    private sealed record Saved(DeliveryMode Delivery, ChangeInvoice.Outcome.Changed Change);
}

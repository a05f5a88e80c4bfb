using PayPage.Api.Json;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>Publication, delivery and cancelation, in the dialect of Visa Acceptance's invoicing v2. Their body is empty, or an object that is not read.</summary>
internal static class InvoiceActionsApi
{
    public static Task<IResult> PublishAsync(string id, HttpContext call, PublishInvoice publish, ShowInvoice show, TimeProvider clock, CancellationToken ct) => AfterAsync(
        id, call, show, clock,
        async (asked, caller) => await publish.HandleAsync(asked.Number, asked.Version, caller, ct) switch
        {
            PublishInvoice.Outcome.ChangedMeanwhile => ErrorReply.Changed(clock.GetUtcNow()),
            PublishInvoice.Outcome.NoSuchInvoice => ErrorReply.NoSuchInvoice(clock.GetUtcNow()),
            var outcome => ActionWords.Of(outcome) is { } objection ? ErrorReply.NotAllowed(objection, clock.GetUtcNow()) : null,
        },
        ct);

    public static Task<IResult> DeliverAsync(string id, HttpContext call, DeliverInvoice deliver, ShowInvoice show, TimeProvider clock, CancellationToken ct) => AfterAsync(
        id, call, show, clock,
        (asked, caller) => SendAsync(asked.View.Invoice, asked.Version, caller, deliver, clock, ct),
        ct);

    public static Task<IResult> CancelAsync(string id, HttpContext call, CancelInvoice cancel, ShowInvoice show, TimeProvider clock, CancellationToken ct) => AfterAsync(
        id, call, show, clock,
        async (asked, caller) => await cancel.HandleAsync(asked.Number, asked.Version, caller, ct) switch
        {
            CancelInvoice.Outcome.ChangedMeanwhile => ErrorReply.Changed(clock.GetUtcNow()),
            CancelInvoice.Outcome.NoSuchInvoice => ErrorReply.NoSuchInvoice(clock.GetUtcNow()),
            var outcome => ActionWords.Of(outcome) is { } objection ? ErrorReply.NotAllowed(objection, clock.GetUtcNow()) : null,
        },
        ct);

    /// <summary>By the way that the invoice is kept to go; where none is kept, by e-mail: whoever asks for delivery wants it delivered.</summary>
    /// <param name="version">What the invoice's must be; null: whatever it is.</param>
    /// <returns>Null where it went out.</returns>
    internal static async Task<JsonReply?> SendAsync(Invoice invoice, long? version, Caller caller, DeliverInvoice deliver, TimeProvider clock, CancellationToken ct)
    {
        var by = invoice.Delivery == DeliveryMode.None ? DeliveryMode.Email : invoice.Delivery;
        var result = await deliver.HandleAsync(new SendInvoice.Wish(invoice.Number, by, Version: version), caller, ct);

        return result.Outcome switch
        {
            SendInvoice.Outcome.ChangedMeanwhile => ErrorReply.Changed(clock.GetUtcNow()),
            SendInvoice.Outcome.NoSuchInvoice => ErrorReply.NoSuchInvoice(clock.GetUtcNow()),
            _ when result.AllFailed => UnsentReply.OfKnown(invoice.Number, by, clock.GetUtcNow()),
            var outcome => ActionWords.Of(outcome) is { } objection ? ErrorReply.NotAllowed(objection, clock.GetUtcNow()) : null,
        };
    }

    /// <summary>The invoice as it stands after what was done with it.</summary>
    internal static async Task<JsonReply> ShownAsync(string number, Caller caller, ShowInvoice show, TimeProvider clock, CancellationToken ct)
    {
        var view = await show.HandleAsync(number, caller, ct) ?? throw new InvariantException("An invoice is gone that was there a moment ago.");
        return JsonReply.Of(StatusCodes.Status200OK, json => InvoiceReply.Write(json, view, clock.GetUtcNow())).Tagged(InvoiceTag.Of(view));
    }

    /// <param name="act">Null where all went well.</param>
    private static async Task<IResult> AfterAsync(
        string id, HttpContext call, ShowInvoice show, TimeProvider clock, Func<AskedInvoice, Caller, Task<JsonReply?>> act, CancellationToken ct)
    {
        if (await EmptyBody.ObjectionAsync(call.Request, ct) is { } wrong)
        {
            return ErrorReply.Refused(wrong.Status, wrong.Message, clock.GetUtcNow());
        }

        var (asked, refusal) = await AskedInvoice.FindAsync(id, call, show, clock, ct);

        if (asked is null)
        {
            return refusal!;    // one of the two is there
        }

        var caller = ApiCaller.Of(call);
        return await act(asked, caller) ?? await ShownAsync(asked.Number, caller, show, clock, ct);
    }
}

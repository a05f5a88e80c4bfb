using System.Diagnostics;
using System.Text.Json;
using PayPage.Api.Fields;
using PayPage.Api.Json;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases;
using PayPage.UseCases.Fields;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Payments;

namespace PayPage.Api.Invoices;

/// <summary>Update, in the dialect of Visa Acceptance's invoicing v2: the whole invoice is said anew, as long as no money came.</summary>
internal static class UpdateInvoiceApi
{
    public static async Task<IResult> UpdateAsync(string id, HttpContext call, [AsParameters] Tools tools, CancellationToken ct)
    {
        var clock = tools.Clock;

        switch (await JsonBody.ReadAsync(call.Request, ct))
        {
            case JsonBody.Reading.Refused refused:
                return ErrorReply.Refused(refused.Status, refused.Message, clock.GetUtcNow());
            case JsonBody.Reading.Parsed parsed:
                using (parsed.Document)
                {
                    var (asked, refusal) = await AskedInvoice.FindAsync(id, call, tools.Show, clock, ct);
                    return asked is null ? refusal! : await UpdateAsync(asked, parsed.Document.RootElement, ApiCaller.Of(call), tools, ct);    // one of the two is there
                }

            default:
                throw new UnreachableException();
        }
    }

    private static async Task<IResult> UpdateAsync(AskedInvoice asked, JsonElement body, Caller caller, Tools tools, CancellationToken ct)
    {
        var (invoice, now) = (asked.View.Invoice, tools.Clock.GetUtcNow());

        if (BeginChange.Obstacle(invoice) is { } obstacle)
        {
            return ErrorReply.NotAllowed(ActionWords.Of(obstacle), now);
        }

        var (entries, unreadable) = FieldValuesRequest.Read(body);
        var proposal = InvoiceRequest.Read(body).WithFaults([.. OwnMembers.In(body, asked.View), .. unreadable]).For(invoice);
        var said = ProposalReader.Read(proposal, await tools.FindToday.HandleAsync(caller, ct), tools.Texts).HeldAgainst(await tools.FindTakes.HandleAsync(caller, ct));
        var reading = await tools.JudgeFields.HandleAsync(said, entries, asked.Number, caller, ct);

        if (reading is not ProposalReading.Read { Invoice: var wanted })
        {
            return ErrorReply.Faulty(((ProposalReading.Faulty)reading).Faults, now);
        }

        var wish = new ChangeInvoice.Wish(asked.Number, wanted, asked.Version, Marks: null, IsStrict: asked.Version is not null) { SaysAll = true };

        return await tools.Change.HandleAsync(wish, caller, ct) switch
        {
            ChangeInvoice.Outcome.Changed => await ShownAsync(invoice.Stage == InvoiceStage.Draft && wanted.Publish, asked.Number, caller, tools, ct),
            ChangeInvoice.Outcome.ChangedMeanwhile => ErrorReply.Changed(now),
            ChangeInvoice.Outcome.NotAllowed no => ErrorReply.NotAllowed(ActionWords.Of(no.Why), now),
            ChangeInvoice.Outcome.NoSuchInvoice => ErrorReply.NoSuchInvoice(now),
            _ => throw new UnreachableException(),
        };
    }

    /// <param name="publishes">Whether it was a draft that is none any more: then it goes out as a new one would.</param>
    private static async Task<JsonReply> ShownAsync(bool publishes, string number, Caller caller, Tools tools, CancellationToken ct)
    {
        if (publishes)
        {
            var invoice = (await tools.Show.HandleAsync(number, caller, ct))?.Invoice;

            if (invoice is null)
            {
                return ErrorReply.NoSuchInvoice(tools.Clock.GetUtcNow());
            }

            var refusal = invoice.Delivery == DeliveryMode.None
                ? NotPublished(await tools.Publish.HandleAsync(number, caller, ct), tools.Clock)
                : await InvoiceActionsApi.SendAsync(invoice, null, caller, tools.Deliver, tools.Clock, ct);

            if (refusal is not null)
            {
                return refusal;
            }
        }

        return await InvoiceActionsApi.ShownAsync(number, caller, tools.Show, tools.Clock, ct);
    }

    private static JsonReply? NotPublished(PublishInvoice.Outcome outcome, TimeProvider clock) =>
        outcome == PublishInvoice.Outcome.WasPublished || ActionWords.Of(outcome) is not { } objection    // the same call came before
            ? null
            : ErrorReply.NotAllowed($"The invoice was changed, but is still a draft. {objection}", clock.GetUtcNow());

    /// <summary>What an update needs.</summary>
    internal sealed record Tools(
        ChangeInvoice Change, PublishInvoice Publish, DeliverInvoice Deliver, ShowInvoice Show, FindToday FindToday, FindTakes FindTakes, JudgeFields JudgeFields, SmsLimits Texts,
        TimeProvider Clock);
}

using System.Diagnostics;
using PayPage.Api.Calls;
using PayPage.Api.Fields;
using PayPage.Api.Json;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases;
using PayPage.UseCases.Fields;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Merchants.Dialect;
using PayPage.UseCases.Payments;

namespace PayPage.Api.Invoices;

/// <summary>Create, in the dialect of Visa Acceptance's invoicing v2.</summary>
internal static class CreateInvoiceApi
{
    public static async Task<IResult> CreateAsync(
        HttpContext call, CreateInvoice create, ShowInvoice show, FindToday findToday, FindTakes findTakes, FillDefaults fillDefaults, JudgeFields judgeFields, SmsLimits texts,
        TimeProvider clock, CancellationToken ct)
    {
        var caller = ApiCaller.Of(call);

        switch (await JsonBody.ReadAsync(call.Request, ct))
        {
            case JsonBody.Reading.Refused refused:
                return ErrorReply.Refused(refused.Status, refused.Message, clock.GetUtcNow());
            case JsonBody.Reading.Parsed parsed:
                using (parsed.Document)
                {
                    var (entries, unreadable) = FieldValuesRequest.Read(parsed.Document.RootElement);
                    var proposal = await fillDefaults.HandleAsync(InvoiceRequest.Read(parsed.Document.RootElement), caller, ct);
                    var reading = ProposalReader.Read(proposal with { Unreadable = [.. proposal.Unreadable, .. OwnMembers.In(parsed.Document.RootElement), .. unreadable] }, await findToday.HandleAsync(caller, ct), texts)
                        .HeldAgainst(await findTakes.HandleAsync(caller, ct));

                    return await judgeFields.HandleAsync(reading, entries, number: null, caller, ct) switch
                    {
                        ProposalReading.Faulty faulty => ErrorReply.Faulty(faulty.Faults, clock.GetUtcNow()),
                        ProposalReading.Read read => await CreateAsync(read.Invoice with { CreationKey = IdempotencyKey.Of(call)?.CreationKey }, caller, create, show, clock, ct),
                        _ => throw new UnreachableException(),
                    };
                }

            default:
                throw new UnreachableException();
        }
    }

    private static async Task<JsonReply> CreateAsync(
        NewInvoice wanted, Caller caller, CreateInvoice create, ShowInvoice show, TimeProvider clock, CancellationToken ct)
    {
        return await create.HandleAsync(wanted, caller, ct) switch
        {
            CreateInvoice.Outcome.DuplicateNumber => ErrorReply.DuplicateNumber(clock.GetUtcNow()),
            CreateInvoice.Outcome.TextNeedsLink => ErrorReply.Faulty([FieldFault.TextNeedsLink], clock.GetUtcNow()),
            CreateInvoice.Outcome.Created { MailFailed: true } created => UnsentReply.OfNew(created.Number, wanted.Delivery, clock.GetUtcNow(), LocationOf(created.Number)),
            CreateInvoice.Outcome.Created created => await CreatedAsync(created.Number),

            // By this very call, before it was cut off.
            CreateInvoice.Outcome.WasCreated was => await CreatedAsync(was.Number),
            _ => throw new UnreachableException(),
        };

        async Task<JsonReply> CreatedAsync(string number) => Created(
            await show.HandleAsync(number, caller, ct) ?? throw new InvariantException("An invoice is gone that was just created."), clock.GetUtcNow());
    }

    private static JsonReply Created(ShowInvoice.View view, DateTimeOffset now) =>
        JsonReply.Of(StatusCodes.Status201Created, json => InvoiceReply.Write(json, view, now), LocationOf(view.Invoice.Number)).Tagged(InvoiceTag.Of(view));

    private static string LocationOf(string number) => $"/invoicing{InvoiceReply.PathOf(number)}";
}

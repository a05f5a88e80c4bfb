using System.Diagnostics;
using PayPage.Api.Json;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>Create and get, in the dialect of Visa Acceptance's invoicing v2.</summary>
internal static class InvoicesApi
{
    /// <summary>What the reply needs and the use case does not tell: the number that an invoice was given.</summary>
    internal delegate Task<string> NumberOf(InvoiceId id, CancellationToken ct);

    /// <summary>The date at the merchant's place.</summary>
    internal delegate Task<DateOnly> TodayOf(Caller caller, DateTimeOffset now, CancellationToken ct);

    public static async Task<IResult> CreateAsync(HttpContext call, NumberOf numberOf, TodayOf todayOf, CancellationToken ct)
    {
        var now = call.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var caller = ApiCaller.Of(call);

        switch (await JsonBody.ReadAsync(call.Request, ct))
        {
            case JsonBody.Reading.Refused refused:
                return ErrorReply.Refused(refused.Status, refused.Message, now);
            case JsonBody.Reading.Parsed parsed:
                using (parsed.Document)
                {
                    return ProposalReader.Read(InvoiceRequest.Read(parsed.Document.RootElement), await todayOf(caller, now, ct)) switch
                    {
                        ProposalReading.Faulty faulty => ErrorReply.Faulty(faulty.Faults, now),
                        ProposalReading.Read read => await CreateAsync(read.Invoice, caller, call, numberOf, ct),
                        _ => throw new UnreachableException(),
                    };
                }

            default:
                throw new UnreachableException();
        }
    }

    /// <param name="id">The invoice's number as the router leaves it: all is unescaped but slashes.</param>
    public static async Task<IResult> ShowAsync(string id, HttpContext call, ShowInvoice show, TimeProvider clock, CancellationToken ct)
    {
        // No number has a percent sign in it, so this is never a second decoding.
        var text = id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

        return InvoiceNumber.TryRead(text, out var number) && await show.HandleAsync(number, ApiCaller.Of(call), ct) is { } view
            ? JsonReply.Of(StatusCodes.Status200OK, json =>
            {
                InvoiceReply.Write(json, view, clock.GetUtcNow());
                InvoiceReply.WriteHistory(json, view);
            })
            : ErrorReply.NoSuchInvoice(clock.GetUtcNow());
    }

    private static async Task<JsonReply> CreateAsync(
        NewInvoice wanted, Caller caller, HttpContext call, NumberOf numberOf, CancellationToken ct)
    {
        var services = call.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();

        return await services.GetRequiredService<CreateInvoice>().HandleAsync(wanted, caller, ct) switch
        {
            CreateInvoice.Outcome.DuplicateNumber => ErrorReply.DuplicateNumber(now),
            CreateInvoice.Outcome.Created { MailFailed: true } created => Unsent(await numberOf(created.Id, ct), now),
            CreateInvoice.Outcome.Created created => await CreatedAsync(await numberOf(created.Id, ct), caller, services, now, ct),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<JsonReply> CreatedAsync(
        string number, Caller caller, IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var view = await services.GetRequiredService<ShowInvoice>().HandleAsync(number, caller, ct)
            ?? throw new UnreachableException("An invoice is gone that was just created.");

        return JsonReply.Of(StatusCodes.Status201Created, json => InvoiceReply.Write(json, view, now), LocationOf(number));
    }

    private static JsonReply Unsent(string number, DateTimeOffset now) => JsonReply.Of(
        StatusCodes.Status202Accepted,
        json =>
        {
            json.WriteString("id", number);
            json.WriteString("submitTimeUtc", Instant.Text(now));
            json.WriteString("status", "ACCEPTED");
            json.WriteString("reason", "ACCEPTED");
            json.WriteString("message", $"Invoice ID {number} created but failed to send an email. Send the invoice separately.");
        },
        LocationOf(number));

    private static string LocationOf(string number) => $"/invoicing{InvoiceReply.PathOf(number)}";
}

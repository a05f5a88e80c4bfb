using System.Diagnostics;
using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Merchants.Dialect;

namespace PayPage.Api.Settings;

/// <summary>invoiceSettings of Visa Acceptance's invoicing v2. Its <c>productType</c> is not looked at: there is one product here.</summary>
internal static class InvoiceSettingsApi
{
    // A picture of 1 MB in base64, with room for all else. More is refused before it is read.
    public const int MostBytes = 2 * 1024 * 1024;

    public static async Task<IResult> ShowAsync(HttpContext call, ShowInvoiceSettings show, TimeProvider clock, CancellationToken ct) =>
        Shown(call, await show.HandleAsync(ApiCaller.Of(call), ct), clock.GetUtcNow());

    public static async Task<IResult> ChangeAsync(HttpContext call, ChangeInvoiceSettings change, ShowInvoiceSettings show, TimeProvider clock, CancellationToken ct)
    {
        if (call.Request.Headers.IfMatch.Count > 1)
        {
            return ErrorReply.Refused(StatusCodes.Status400BadRequest, "Send one If-Match header, with the ETag of the settings as you saw them.", clock.GetUtcNow());
        }

        switch (await JsonBody.ReadAsync(call.Request, ct, MostBytes))
        {
            case JsonBody.Reading.Refused refused:
                return ErrorReply.Refused(refused.Status, refused.Message, clock.GetUtcNow());
            case JsonBody.Reading.Parsed parsed:
                using (parsed.Document)
                {
                    return await ChangeAsync(parsed.Document.RootElement, call, change, show, clock, ct);
                }

            default:
                throw new UnreachableException();
        }
    }

    private static async Task<IResult> ChangeAsync(
        JsonElement body, HttpContext call, ChangeInvoiceSettings change, ShowInvoiceSettings show, TimeProvider clock, CancellationToken ct)
    {
        if (!body.TryGetProperty(SettingsNames.Root, out var information) || information.ValueKind != JsonValueKind.Object)
        {
            return ErrorReply.Faulty(
                [new FieldFault(SettingsNames.Root, FaultKind.Missing, "Write an object with the settings that are to change.")], clock.GetUtcNow());
        }

        var caller = ApiCaller.Of(call);
        var (settings, unreadable) = SettingsRequest.Read(information);

        return await change.HandleAsync(caller.MerchantId, settings, unreadable, Seen(call.Request), ct) switch
        {
            SettingsOutcome.Saved => Shown(call, await show.HandleAsync(caller, ct), clock.GetUtcNow()),
            SettingsOutcome.Faulty faulty => Refused(faulty.Messages, clock.GetUtcNow()),
            SettingsOutcome.Overtaken => ErrorReply.Changed(
                "The settings were changed since you read them, and nothing was done. Get them again, and send your change with their new ETag in If-Match.", clock.GetUtcNow()),
            _ => throw new UnreachableException(),
        };
    }

    private static JsonReply Refused(IReadOnlyDictionary<string, string> messages, DateTimeOffset now)
    {
        List<FieldFault> faults = [.. messages.Select(message => new FieldFault(SettingsNames.Of(message.Key), FaultKind.Invalid, message.Value))];
        return messages.Keys.All(field => field == nameof(InvoiceSettings.Logo)) ? ErrorReply.InvalidImage(faults, now) : ErrorReply.Faulty(faults, now);
    }

    /// <returns>The stamp that the caller saw; null: any will do.</returns>
    private static string? Seen(HttpRequest request) => request.Headers.IfMatch is [{ } tag] && tag != "*" ? tag.Trim().Trim('"') : null;

    private static JsonReply Shown(HttpContext call, ShowInvoiceSettings.View view, DateTimeOffset now)
    {
        call.Response.Headers.ETag = $"\"{view.Stamp}\"";
        return JsonReply.Of(StatusCodes.Status200OK, json => SettingsReply.Write(json, view, now));
    }
}

using System.Globalization;
using System.Text.Json;

namespace PayPage.UseCases.Events;

/// <summary>The part of an event's body that tells of a dispute. A contract, as the rest of it (<see cref="EventBody"/>).</summary>
internal static class DisputeInBody
{
    public static void Write(Utf8JsonWriter json, DisputePicture? dispute)
    {
        if (dispute is null)
        {
            return;
        }

        json.WriteStartObject("dispute");
        json.WriteString("id", $"{dispute.Id}");
        json.WriteString("status", JsonNamingPolicy.SnakeCaseLower.ConvertName($"{dispute.State}"));
        json.WriteString("currency", dispute.Amount.Currency.Code);
        json.WriteNumber("exponent", dispute.Amount.Currency.Digits);
        json.WriteNumber("amount", dispute.Amount.Minor);

        if (dispute.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        if (dispute.EvidenceBy is { } by)
        {
            json.WriteString("evidence_by", by.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        }

        json.WriteString("processor_reference", dispute.ProcessorReference);
        json.WriteEndObject();
    }
}

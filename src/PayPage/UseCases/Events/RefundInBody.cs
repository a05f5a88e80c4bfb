using System.Text.Json;

namespace PayPage.UseCases.Events;

/// <summary>The refund that an event tells of: its own amount, where the payment's <c>refunded</c> is all that went back so far.</summary>
internal static class RefundInBody
{
    public static void Write(Utf8JsonWriter json, RefundPicture? refund)
    {
        if (refund is null)
        {
            return;
        }

        json.WriteStartObject("refund");
        json.WriteString("id", $"{refund.Id}");
        json.WriteString("status", JsonNamingPolicy.SnakeCaseLower.ConvertName($"{refund.Status}"));
        json.WriteString("currency", refund.Amount.Currency.Code);
        json.WriteNumber("exponent", refund.Amount.Currency.Digits);
        json.WriteNumber("amount", refund.Amount.Minor);
        WriteText(json, "reason", refund.Reason);
        WriteText(json, "follows", refund.Follows?.ToString());
        WriteText(json, "processor_reference", refund.ProcessorReference);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}

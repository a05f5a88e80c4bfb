using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Payments;

namespace PayPage.Api.Invoices;

/// <summary>What payers said of themselves where the invoice asks: one entry for each payment, for several may pay one invoice. Not of the dialect, which has no place for it.</summary>
internal static class PayerReply
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Payment> payments)
    {
        if (payments.Count == 0)
        {
            return;
        }

        json.WriteStartArray("payerInformation");

        foreach (var payment in payments)
        {
            json.WriteStartObject();
            json.WriteString("transactionId", payment.Reference);
            json.WriteGiven("phoneNumber", payment.PayerPhone);
            WriteAddress(json, payment.ShipTo);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAddress(Utf8JsonWriter json, ShippingAddress? there)
    {
        if (there is null)
        {
            return;
        }

        json.WriteStartObject("shipTo");
        json.WriteString("name", there.Name);
        json.WriteString("address1", there.Line1);
        json.WriteGiven("address2", there.Line2);
        json.WriteString("locality", there.City);
        json.WriteGiven("administrativeArea", there.Region);
        json.WriteGiven("postalCode", there.PostalCode);
        json.WriteString("country", there.Country);
        json.WriteEndObject();
    }
}

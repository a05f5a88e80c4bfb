using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Merchants.Dialect;

namespace PayPage.Api.Settings;

/// <summary>A merchant's settings in the dialect. What is absent is left out.</summary>
internal static class SettingsReply
{
    public static void Write(Utf8JsonWriter json, ShowInvoiceSettings.View view, DateTimeOffset now)
    {
        json.WriteString("submitTimeUtc", Instant.Text(now));
        json.WriteStartObject(SettingsNames.Root);
        WriteSettings(json, view);
        json.WriteEndObject();
        WriteMerchant(json, view.Merchant);
    }

    private static void WriteSettings(Utf8JsonWriter json, ShowInvoiceSettings.View view)
    {
        var (settings, merchant) = (view.Settings, view.Merchant);

        json.WriteGiven("merchantLogo", view.Logo is { } logo ? Convert.ToBase64String(logo.Bytes) : null);
        json.WriteGiven("merchantDisplayName", settings.DisplayName);
        json.WriteGiven("customEmailMessage", settings.Message);
        json.WriteBoolean("enableReminders", merchant.Reminds);

        if (settings.FontColor is not null || settings.BackgroundColor is not null)
        {
            json.WriteStartObject("headerStyle");
            json.WriteGiven("fontColor", settings.FontColor);
            json.WriteGiven("backgroundColor", settings.BackgroundColor);
            json.WriteEndObject();
        }

        json.WriteGiven("deliveryLanguage", settings.Language);
        json.WriteGiven("defaultCurrencyCode", settings.Currency);
        json.WriteBoolean("payerAuthentication3DSVersion", merchant.Dialect.AuthenticatesPayers);
        json.WriteBoolean("showVatNumber", merchant.ShowsVatNumber);
        json.WriteGiven("vatRegistrationNumber", settings.VatNumber);
        json.WriteBoolean("shipTo", merchant.AsksShipping);
        json.WriteBoolean("phoneNumber", merchant.AsksPhone);
        json.WriteBoolean("email", merchant.AsksEmail);
        json.WriteBoolean("enableMerchantEmailNotifications", !merchant.HearsNothingOfPayments);
        json.WriteGiven("merchantEmail", settings.TellsEmail);
        LabelsReply.Write(json, merchant.Labels);

        if (settings.BackWhenPaid is not null || settings.BackWhenRejected is not null || settings.BackWhenPending is not null)
        {
            json.WriteStartObject("customRedirectUrls");
            json.WriteGiven("paymentAccepted", settings.BackWhenPaid);
            json.WriteGiven("paymentRejected", settings.BackWhenRejected);
            json.WriteGiven("paymentPending", settings.BackWhenPending);
            json.WriteEndObject();
        }
    }

    private static void WriteMerchant(Utf8JsonWriter json, Merchant merchant)
    {
        json.WriteStartObject("merchantInformation");
        json.WriteString("name", merchant.Name);
        json.WriteGiven("phone", merchant.Phone);

        // Kept as lines, as they stand on an envelope: which of them is the city nobody knows.
        if (merchant.Address?.Split('\n') is [var first, .. var others])
        {
            json.WriteStartObject("addressDetails");
            json.WriteString("address1", first);
            json.WriteGiven("address2", others.Length == 0 ? null : string.Join(", ", others));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

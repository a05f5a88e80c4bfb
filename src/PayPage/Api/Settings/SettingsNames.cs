using System.Text.Json;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Merchants.Dialect;

namespace PayPage.Api.Settings;

/// <summary>What the dialect calls the settings: where they stand in a body, and how faults name them.</summary>
internal static class SettingsNames
{
    public const string Root = "invoiceSettingsInformation";
    public const string Labels = "customLabels";

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        [nameof(InvoiceSettings.Logo)] = "merchantLogo",
        [nameof(InvoiceSettings.DisplayName)] = "merchantDisplayName",
        [nameof(InvoiceSettings.Message)] = "customEmailMessage",
        [nameof(InvoiceSettings.Reminds)] = "enableReminders",
        [nameof(InvoiceSettings.FontColor)] = "headerStyle.fontColor",
        [nameof(InvoiceSettings.BackgroundColor)] = "headerStyle.backgroundColor",
        [nameof(InvoiceSettings.Language)] = "deliveryLanguage",
        [nameof(InvoiceSettings.Currency)] = "defaultCurrencyCode",
        [nameof(InvoiceSettings.Authentication)] = "payerAuthenticationInInvoicing",
        [nameof(InvoiceSettings.ShowsVatNumber)] = "showVatNumber",
        [nameof(InvoiceSettings.VatNumber)] = "vatRegistrationNumber",
        [nameof(InvoiceSettings.AsksShipping)] = "shipTo",
        [nameof(InvoiceSettings.AsksPhone)] = "phoneNumber",
        [nameof(InvoiceSettings.AsksEmail)] = "email",
        [nameof(InvoiceSettings.TellsOfPayments)] = "enableMerchantEmailNotifications",
        [nameof(InvoiceSettings.TellsEmail)] = "merchantEmail",
        [nameof(InvoiceSettings.Labels)] = Labels,
        [nameof(InvoiceSettings.BackWhenPaid)] = "customRedirectUrls.paymentAccepted",
        [nameof(InvoiceSettings.BackWhenRejected)] = "customRedirectUrls.paymentRejected",
        [nameof(InvoiceSettings.BackWhenPending)] = "customRedirectUrls.paymentPending",
    };

    /// <param name="member">One of <see cref="InvoiceSettings"/>.</param>
    /// <returns>Its dotted path below <see cref="Root"/>.</returns>
    public static string OfMember(string member) => Members[member];

    /// <param name="field">A member, or one of a label: <c>Labels[2].Value</c>; what has a name of the dialect already stays as it is.</param>
    /// <returns>Its dotted path in the body.</returns>
    public static string Of(string field)
    {
        if (Members.TryGetValue(field, out var name))
        {
            return $"{Root}.{name}";
        }

        var dot = field.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && field.StartsWith($"{nameof(InvoiceSettings.Labels)}[", StringComparison.Ordinal)
            ? $"{Root}.{Labels}{field[nameof(InvoiceSettings.Labels).Length..dot]}.{OfLabel(field[(dot + 1)..])}"
            : field;
    }

    /// <param name="member">One of <see cref="TypedLabel"/>.</param>
    public static string OfLabel(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}

#nullable disable
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PayPage.Api.Description.Shapes;

/// <summary>PUT /invoicing/v2/invoiceSettings.</summary>
internal sealed record NewInvoiceSettings
{
    public required NewSettings InvoiceSettingsInformation { get; init; }
}

/// <summary>What a merchant's invoices, mails and pay page look and speak like.</summary>
internal sealed record InvoiceSettings
{
    public required string SubmitTimeUtc { get; init; }

    public required Settings InvoiceSettingsInformation { get; init; }

    public required Business MerchantInformation { get; init; }

    internal sealed record Business
    {
        public required string Name { get; init; }

        public string Phone { get; init; }

        public Place AddressDetails { get; init; }
    }

    internal sealed record Place
    {
        public required string Address1 { get; init; }

        public string Address2 { get; init; }
    }
}

internal sealed record NewSettings
{
    [Description("base64 of a PNG, JPEG or GIF file of at most 1 MB.")]
    public string MerchantLogo { get; init; }

    [MaxLength(100)]
    public string MerchantDisplayName { get; init; }

    [MaxLength(2000)]
    public string CustomEmailMessage { get; init; }

    public bool EnableReminders { get; init; }

    public Header HeaderStyle { get; init; }

    public string DeliveryLanguage { get; init; }

    public string DefaultCurrencyCode { get; init; }

    [Description("enable, update or disable.")]
    public string PayerAuthenticationInInvoicing { get; init; }

    public bool ShowVatNumber { get; init; }

    public string VatRegistrationNumber { get; init; }

    [Description("Whether a new invoice asks the payer for a shipping address, unless it says otherwise.")]
    public bool ShipTo { get; init; }

    public bool PhoneNumber { get; init; }

    public bool Email { get; init; }

    public bool EnableMerchantEmailNotifications { get; init; }

    public string MerchantEmail { get; init; }

    public IReadOnlyList<CustomLabel> CustomLabels { get; init; }

    public BackAddresses CustomRedirectUrls { get; init; }
}

internal sealed record Settings
{
    [Description("base64 of a PNG, JPEG or GIF file of at most 1 MB.")]
    public string MerchantLogo { get; init; }

    [MaxLength(100)]
    public string MerchantDisplayName { get; init; }

    [MaxLength(2000)]
    public string CustomEmailMessage { get; init; }

    public bool EnableReminders { get; init; }

    public Header HeaderStyle { get; init; }

    public string DeliveryLanguage { get; init; }

    public string DefaultCurrencyCode { get; init; }

    [JsonPropertyName("payerAuthentication3DSVersion")]
    public required bool PayerAuthentication { get; init; }

    public bool ShowVatNumber { get; init; }

    public string VatRegistrationNumber { get; init; }

    [Description("Whether a new invoice asks the payer for a shipping address, unless it says otherwise.")]
    public bool ShipTo { get; init; }

    public bool PhoneNumber { get; init; }

    public bool Email { get; init; }

    public bool EnableMerchantEmailNotifications { get; init; }

    public string MerchantEmail { get; init; }

    public IReadOnlyList<CustomLabel> CustomLabels { get; init; }

    public BackAddresses CustomRedirectUrls { get; init; }
}

internal sealed record Header
{
    [MaxLength(7), Description("#RGB or #RRGGBB.")]
    public string FontColor { get; init; }

    [MaxLength(7)]
    public string BackgroundColor { get; init; }
}

/// <summary>Where a payer may go on to: https.</summary>
internal sealed record BackAddresses
{
    public string PaymentAccepted { get; init; }

    public string PaymentRejected { get; init; }

    public string PaymentPending { get; init; }
}

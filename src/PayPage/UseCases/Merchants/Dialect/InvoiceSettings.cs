using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants.Dialect;

/// <summary>A merchant's settings as Visa Acceptance's dialect knows them, as they were written. Null leaves a thing as it is; a blank text or an empty list takes it away.</summary>
internal sealed record InvoiceSettings
{
    /// <summary>A picture in base64; a <c>data:</c> address will do.</summary>
    public string? Logo { get; init; }

    public string? DisplayName { get; init; }

    public string? Message { get; init; }

    public bool? Reminds { get; init; }

    /// <summary><c>#rgb</c> or <c>#rrggbb</c>, as the next.</summary>
    public string? FontColor { get; init; }

    public string? BackgroundColor { get; init; }

    /// <summary>One of <see cref="DialectSettings.Languages"/>.</summary>
    public string? Language { get; init; }

    public string? Currency { get; init; }

    /// <summary><c>enable</c>, <c>disable</c> or <c>update</c>.</summary>
    public string? Authentication { get; init; }

    public bool? ShowsVatNumber { get; init; }

    public string? VatNumber { get; init; }

    public bool? AsksShipping { get; init; }

    public bool? AsksPhone { get; init; }

    public bool? AsksEmail { get; init; }

    public bool? TellsOfPayments { get; init; }

    /// <summary>One or more, with commas between them.</summary>
    public string? TellsEmail { get; init; }

    public IReadOnlyList<TypedLabel>? Labels { get; init; }

    public string? BackWhenPaid { get; init; }

    public string? BackWhenRejected { get; init; }

    public string? BackWhenPending { get; init; }

    /// <summary>As they are now, without the picture: <see cref="Merchant.Logo"/> stands for it.</summary>
    public static InvoiceSettings Of(Merchant merchant) => new()
    {
        Logo = merchant.Logo,
        DisplayName = merchant.Name,
        Message = merchant.MailMessage,
        Reminds = merchant.Reminds,
        FontColor = merchant.Dialect.FontColor,
        BackgroundColor = BackgroundOf(merchant),
        Language = merchant.Dialect.DeliveryLanguage,
        Currency = merchant.DefaultCurrency?.Code,
        Authentication = merchant.Dialect.AuthenticatesPayers ? "enable" : "disable",
        ShowsVatNumber = merchant.ShowsVatNumber,
        VatNumber = merchant.VatNumber,
        AsksShipping = merchant.AsksShipping,
        AsksPhone = merchant.AsksPhone,
        AsksEmail = merchant.AsksEmail,
        TellsOfPayments = !merchant.HearsNothingOfPayments,
        TellsEmail = string.Join(", ", merchant.ToldAddresses()),
        Labels = [.. merchant.Labels.All.Select(label => TypedLabel.Of(merchant.Labels, label.Key))],
        BackWhenPaid = merchant.BackWhenPaid?.AbsoluteUri,
        BackWhenRejected = merchant.BackWhenRejected?.AbsoluteUri,
        BackWhenPending = merchant.BackWhenPending?.AbsoluteUri,
    };

    public static string StampOf(Merchant merchant) => SettingsStamp.Of(Of(merchant));

    /// <summary>As it was said, as long as the merchant has not chosen another colour since.</summary>
    private static string? BackgroundOf(Merchant merchant) =>
        merchant.Dialect.BackgroundColor is { } said && HeaderColor.Read(said) == merchant.Color ? said : merchant.Color?.ToString();
}

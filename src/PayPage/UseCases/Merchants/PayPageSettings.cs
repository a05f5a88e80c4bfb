using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>What a merchant's pay page asks, how it calls things, and where it leads on to, as it was typed.</summary>
internal sealed record PayPageSettings
{
    /// <summary>One row for each of <see cref="CustomLabels.Keys"/>, or fewer: what has no row is called as the house calls it.</summary>
    public List<TypedLabel> Labels { get; init; } = [];

    public bool AsksPhone { get; init; }

    public bool AsksShipping { get; init; }

    public bool AsksEmail { get; init; }

    /// <summary>Blank: nowhere, as the next two.</summary>
    public string? BackWhenPaid { get; init; }

    public string? BackWhenRejected { get; init; }

    public string? BackWhenPending { get; init; }

    public string? VatNumber { get; init; }

    public bool ShowsVatNumber { get; init; }

    public static PayPageSettings Of(Merchant merchant) => new()
    {
        Labels = [.. CustomLabels.Keys.Select(key => TypedLabel.Of(merchant.Labels, key))],
        AsksPhone = merchant.AsksPhone,
        AsksShipping = merchant.AsksShipping,
        AsksEmail = merchant.AsksEmail,
        BackWhenPaid = merchant.BackWhenPaid?.AbsoluteUri,
        BackWhenRejected = merchant.BackWhenRejected?.AbsoluteUri,
        BackWhenPending = merchant.BackWhenPending?.AbsoluteUri,
        VatNumber = merchant.VatNumber,
        ShowsVatNumber = merchant.ShowsVatNumber,
    };

    public static string StampOf(Merchant merchant) => SettingsStamp.Of(Of(merchant));
}

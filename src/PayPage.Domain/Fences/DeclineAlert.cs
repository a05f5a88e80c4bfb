using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;

namespace PayPage.Domain.Fences;

/// <summary>That unusually many of a merchant's last payments were declined: what was found when it was last told. One row for each merchant and mode.</summary>
public sealed class DeclineAlert
{
    public required MerchantId MerchantId { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>When it was told; not again within a day.</summary>
    public required DateTimeOffset ToldAt { get; set; }

    /// <summary>How many of the last tries were declined.</summary>
    public required int Declined { get; set; }

    /// <summary>How many tries were looked at.</summary>
    public required int Tries { get; set; }

    /// <summary>Whose payment was declined last: somewhere to begin looking.</summary>
    public required InvoiceId InvoiceId { get; set; }

    public long Version { get; private set; }
}

namespace PayPage.Domain.Merchants;

/// <summary>A merchant's picture. It never changes: another one has another address, so browsers may keep it for ever.</summary>
public sealed class MerchantLogo
{
    public required MerchantId MerchantId { get; init; }

    /// <summary>The first half of the picture's SHA-256 in hexadecimal: its address.</summary>
    public required string Hash { get; init; }

    public required string ContentType { get; init; }

#pragma warning disable CA1819 // a column
    public required byte[] Bytes { get; init; }
#pragma warning restore CA1819
}

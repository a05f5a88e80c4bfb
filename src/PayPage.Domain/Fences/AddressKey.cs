namespace PayPage.Domain.Fences;

/// <summary>The one key under which networks are hashed, the same for all nodes. Made at first need.</summary>
public sealed class AddressKey
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>Sealed by Data Protection under a purpose of its own.</summary>
    public required byte[] Sealed { get; set; }
}

/// <summary>Seals the key of hashed networks, and opens it again.</summary>
public interface IAddressKeys
{
    byte[] Seal(byte[] key);

    /// <returns>Null when the key ring that sealed it is gone.</returns>
    byte[]? Open(byte[] stored);
}

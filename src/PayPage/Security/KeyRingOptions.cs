namespace PayPage.Security;

/// <summary>Section <c>DataProtection</c>: what wraps the key ring that lies in the database.</summary>
public sealed class KeyRingOptions
{
    public const string Section = "DataProtection";

    /// <summary>A PKCS #12 file with its private key. None: keys lie in the database as they are, which is refused on SQL Server.</summary>
    public string? CertificatePath { get; init; }

    public string? CertificatePassword { get; init; }

    /// <summary>The certificate before this one, while keys that it wrapped are still needed: as long as links made under it live.</summary>
    public string? PreviousCertificatePath { get; init; }

    public string? PreviousCertificatePassword { get; init; }
}

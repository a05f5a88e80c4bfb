using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayPage.Unit.Delivery.Smtp;

/// <summary>A certificate authority that lives as long as a test.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 _own;

    public TestAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=An authority for tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        _own = request.CreateSelfSigned(Yesterday, Tomorrow);
        File.WriteAllText(PemFile, _own.ExportCertificatePem());
    }

    /// <summary>What an operator who trusts it would name in the settings.</summary>
    public string PemFile { get; } = Path.GetTempFileName();

    private static DateTimeOffset Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1);

    private static DateTimeOffset Tomorrow => TimeProvider.System.GetUtcNow().AddDays(1);

    public X509Certificate2 CertificateFor(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));    // for servers
        using var certificate = request.Create(_own, Yesterday, Tomorrow.AddHours(-1), RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        _own.Dispose();
        File.Delete(PemFile);
    }
}

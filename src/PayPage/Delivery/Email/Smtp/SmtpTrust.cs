using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayPage.Delivery.Email.Smtp;

/// <summary>Whose certificates a mail server may show: the system's authorities, and those of the operator's own file.</summary>
internal static class SmtpTrust
{
    private static readonly Oid ForServers = new("1.3.6.1.5.5.7.3.1");    // RFC 5280 4.2.1.12: id-kp-serverAuth

    /// <param name="path">A PEM file.</param>
    public static X509Certificate2Collection Read(string path)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(path);
        return certificates;
    }

    /// <param name="host">The name that the certificate must bear.</param>
    /// <param name="path">Further authorities; empty: none.</param>
    public static SslClientAuthenticationOptions For(string host, string path)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host };

        if (path.Length > 0)
        {
            var own = Read(path);
            options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                errors == SslPolicyErrors.None
                || (errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is X509Certificate2 shown && LeadsTo(own, shown, chain));
        }

        return options;
    }

    private static bool LeadsTo(X509Certificate2Collection own, X509Certificate2 shown, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(own);
        chain.ChainPolicy.ExtraStore.AddRange(sent?.ChainPolicy.ExtraStore ?? []);
        chain.ChainPolicy.ApplicationPolicy.Add(ForServers);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;    // as the system's default for clients is; such an authority rarely publishes a list
        return chain.Build(shown);
    }
}

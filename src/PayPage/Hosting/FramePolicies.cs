using PayPage.Pages;

namespace PayPage.Hosting;

/// <summary>The content security policies of previews: who may frame what, and how little a framed page may do.</summary>
internal static class FramePolicies
{
    // No form-action, no script-src: default-src covers scripts, and a sandbox without allow-forms sends no form anywhere.
    // allow-same-origin alone lets the logo in (it is same-origin only), and the page around it put in one that is not saved yet (data:);
    // it gives nothing more where no script runs.
    private const string Inside = "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <param name="framing">Null: the page has nothing to do with frames.</param>
    public static string Of(Framing? framing, CspNonce nonce) => framing?.Kind switch
    {
        FramingKind.Page => $"default-src 'none'; style-src 'nonce-{nonce.Value}'; img-src 'self' data:; sandbox allow-same-origin; {Inside}",
        FramingKind.Mail => $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; {Inside}",
        FramingKind.Paper => $"default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; {Inside}",    // readers of PDF are pages too, and a sandbox shuts them out
        FramingKind.Holder => $"{SecurityHeaders.ContentSecurityPolicy(nonce)}; frame-src 'self'",
        null => SecurityHeaders.ContentSecurityPolicy(nonce),
    };

    public static string FrameOptions(Framing? framing) => framing is null or { Kind: FramingKind.Holder } ? "DENY" : "SAMEORIGIN";
}

using PayPage.Domain;
using PayPage.Domain.Links;

namespace PayPage.Hosting;

/// <summary>What an address under <c>/p</c> or <c>/s</c> names. Routing takes these letters in either case, so this does too.</summary>
/// <param name="IsShort">Whether it is <c>/s/{code}</c>.</param>
/// <param name="Name">The token or the short code, as sent: to be hashed, not kept.</param>
/// <param name="IsThePage">Whether nothing follows the token or code.</param>
internal sealed record PayerPath(bool IsShort, string Name, bool IsThePage)
{
    // Opening a token is the dearest step of a fence: once for each request.
    private byte[]? _hash;
    private bool _isHashed;

    /// <returns>Null for every other address of the site.</returns>
    public static PayerPath? Of(PathString path)
    {
        var parts = path.Value?.Split('/', 4) ?? [];    // the first part is what stands before the first slash: nothing

        return parts is ["", var first, var name, ..] && first is "p" or "P" or "s" or "S" && name.Length > 0
            ? new PayerPath(first is "s" or "S", name, parts.Length == 3 || parts[3].Length == 0)
            : null;
    }

    /// <summary>What the link is found by. Says nothing about whether there is one.</summary>
    /// <returns>Null when it is neither a token of ours nor a short code.</returns>
    public byte[]? AddressHash(ILinkTokens tokens)
    {
        if (!_isHashed)
        {
            _hash = IsShort
                ? ShortCode.IsOne(Name) ? Secret.Hash(Name) : null
                : tokens.Read(Name)?.Hash();
            _isHashed = true;
        }

        return _hash;
    }

    /// <summary>So that no log line ever holds one.</summary>
    public override string ToString() => "(a link's address)";
}

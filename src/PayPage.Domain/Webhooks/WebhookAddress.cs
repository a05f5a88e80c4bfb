namespace PayPage.Domain.Webhooks;

/// <summary>Which addresses a merchant may have told of events, as far as it can be seen in them. Where a name leads is judged at each connection (<see cref="PublicAddress"/>).</summary>
public static class WebhookAddress
{
    // Names that lead nowhere outside a house, whoever is asked (RFC 6761, 6762, 8375, ICANN's "internal").
    private static readonly string[] Inside = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "localdomain", "arpa", "test", "invalid"];

    /// <returns>What is wrong and what to do; null: nothing.</returns>
    public static string? Objection(Uri address)
    {
        const string example = "for example https://shop.example.com/hooks/paypage";

        // IdnHost: what will be looked up. Circled digits and the like become plain ones in it.
        var host = address.IsAbsoluteUri ? address.IdnHost.TrimEnd('.') : "";

        return !address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps ? $"Write a whole address that begins with https://, {example}."
            : address.UserInfo.Length > 0 ? "Leave out the name and password before the @: what we send is signed, and what stands in an address ends up in logs."
            : !address.IsDefaultPort ? "Leave out the port: only 443, the one of https, is allowed."
            : Uri.CheckHostName(host) != UriHostNameType.Dns ? $"Write a name instead of figures, {example}."
            : !host.Contains('.', StringComparison.Ordinal) || Inside.Contains(host[(host.LastIndexOf('.') + 1)..], StringComparer.OrdinalIgnoreCase)
                ? $"This name is known only inside a network. Write one that everybody can reach, {example}."
            : null;
    }
}

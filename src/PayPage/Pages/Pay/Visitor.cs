namespace PayPage.Pages.Pay;

/// <summary>Who asks, as far as fences count. Set in front of the pages, from the connection and the word of trusted proxies: nothing that a visitor may choose.</summary>
/// <param name="Network">An IPv4 address, or the /64 of an IPv6 one; null where the connection has none.</param>
internal sealed record Visitor(string? Network);

using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace PayPage.Hosting;

/// <summary>Whose word about a visitor's address is believed: that of the proxies the operator names, and nobody's else.</summary>
/// <remarks>Only the address: host and scheme go by the public address of the settings, whatever a request says.</remarks>
internal static partial class ForwardedAddresses
{
    internal const string Setting = "PayPage:TrustedProxies";

    // A delivery network, a load balancer, a proxy on the machine. Each hop must be one of the trusted all the same.
    private const int MostHops = 4;

    // Nobody has proxies all over a network as wide as that. FC00::/7 is all private IPv6, 10.0.0.0/8 the widest private IPv4.
    private const int WidestOfIpv4 = 8;
    private const int WidestOfIpv6 = 7;

    private static readonly char[] Between = [',', ';', ' '];

    /// <returns>Null when the setting can be used as it stands.</returns>
    public static string? Objection(IConfiguration configuration)
    {
        var wrong = Entries(configuration).FirstOrDefault(entry => Read(entry) is null);

        return wrong is null ? null
            : $"PayPage__TrustedProxies holds '{wrong}': write IP addresses or networks, such as 10.0.0.5 or 10.0.0.0/8 (all bits behind the prefix 0, and not half the internet: /8 and narrower, /7 with IPv6), with commas between them.";
    }

    public static void UseForwardedAddresses(this WebApplication app)
    {
        var trusted = Entries(app.Configuration).Select(Read).OfType<IPNetwork>().ToList();

        if (trusted.Count == 0)
        {
            app.Use(SayOnceThatNobodyIsBelieved(app.Logger));
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = MostHops };
        options.KnownProxies.Clear();    // left alone, whatever runs on this machine is believed
        options.KnownIPNetworks.Clear();
        trusted.ForEach(options.KnownIPNetworks.Add);
        app.UseForwardedHeaders(options);
    }

    /// <summary>A proxy that is not named makes all payers one address, with the limits of one.</summary>
    private static Func<HttpContext, RequestDelegate, Task> SayOnceThatNobodyIsBelieved(ILogger log)
    {
        var said = 0;

        return (context, next) =>
        {
            if (context.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName) && Interlocked.Exchange(ref said, 1) == 0)
            {
                LogNobodyIsBelieved(log);
            }

            return next(context);
        };
    }

    /// <summary>One value with commas, as environment variables have it, or a list, as files may.</summary>
    private static IEnumerable<string> Entries(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);

        return section.GetChildren().Select(entry => entry.Value).Prepend(section.Value).OfType<string>()
            .SelectMany(value => value.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static IPNetwork? Read(string entry)
    {
        var parts = entry.Split('/');

        // The parser takes 10.1 for 10.0.0.1 and 012 for octal: nobody who writes that knows whom he trusts.
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address)
            || (!parts[0].Contains(':', StringComparison.Ordinal) && address.ToString() != parts[0]))
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(entry, out var network) && network.PrefixLength >= (address.GetAddressBytes().Length == 4 ? WidestOfIpv4 : WidestOfIpv6) && network.BaseAddress.Equals(address) ? network : null;
    }

    [LoggerMessage(7001, LogLevel.Warning, "A request came with X-Forwarded-For, which is not believed. If a proxy of yours stands before the site, name it in PayPage__TrustedProxies: until then all payers behind it count as one address.")]
    private static partial void LogNobodyIsBelieved(ILogger log);
}

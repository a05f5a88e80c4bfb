using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using PayPage.Domain.Links;
using PayPage.Domain.Processors;
using PayPage.Processors.Sandbox;

namespace PayPage.Hosting;

/// <summary>The site's own addresses: from settings, or, in Development, from what it listens on. Never from a request.</summary>
internal sealed class SiteAddresses(IServer server, IOptions<SiteOptions> site, IOptions<SandboxSettings> sandbox) : ISiteAddresses, ISandboxLocation
{
    public Uri Public => site.Value.PublicBaseUrl ?? Bound;

    public string Host => Public.Host;

    public string Origin => Public.GetLeftPart(UriPartial.Authority);

    public Uri ServerToServer => sandbox.Value.BaseUrl ?? Bound;

    /// <summary>Where people meet the sandbox: of this process, or the one that runs elsewhere.</summary>
    public Uri PublicSandbox => sandbox.Value.PublicBaseUrl ?? sandbox.Value.BaseUrl ?? Public;

    // A sandbox in this process reaches us as we reach it, even where the public address leads through a proxy it cannot see.
    private Uri ForProcessors => sandbox.Value.BaseUrl is null ? Bound : Public;

    private Uri Bound => Loopback(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost");

    public Uri PayPage(string token) => new(Public, $"p/{token}");

    public Uri ShortLink(string code) => new(Public, $"s/{code}");

    public Uri VerifyReceipt(string code) => new(Public, $"verify/{code}");

    public Uri Return(string token) => new(Public, $"p/{token}/return");

#pragma warning disable CA1308 // an address, not a key: lower case is what people expect there
    public Uri Hook(ProcessorAccount account) =>
        new(account.Kind == ProcessorKind.Sandbox ? ForProcessors : Public, $"hooks/{account.Kind.ToString().ToLowerInvariant()}/{account.Id}");
#pragma warning restore CA1308

    /// <summary>A wildcard is no address that one can call.</summary>
    internal static Uri Loopback(string bound)
    {
        var address = new UriBuilder(bound.Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal));
        address.Host = address.Host is "0.0.0.0" or "[::]" or "::" ? "localhost" : address.Host;
        return address.Uri;
    }
}

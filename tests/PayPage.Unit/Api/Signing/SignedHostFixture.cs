namespace PayPage.Unit.Api.Signing;

/// <summary>An API on whose database a signing key lies: the one of the vendor's own example.</summary>
public sealed class SignedHostFixture : IAsyncLifetime
{
    private ApiHost _host = null!;    // set before any test runs

    public async ValueTask InitializeAsync() => _host = await StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>Dates are to the second: what a test signs is not what the one before signed.</summary>
    internal ApiHost NextSecond()
    {
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        return _host;
    }

    internal static async Task<ApiHost> StartAsync()
    {
        var host = await ApiHost.StartAsync(CancellationToken.None, ("Limits:ApiFailuresPerAddress", "10000"));
        await host.AddSignerAsync(SignedCall.KeyId, SignedCall.Secret, "testrest", CancellationToken.None);
        return host;
    }
}

using PayPage.Domain.Links;

namespace PayPage.SignIn;

/// <summary>Registered with whatever makes the first person by itself: then nobody is asked to.</summary>
/// <param name="By">Who does.</param>
internal sealed record FirstPersonComes(string By);

/// <summary>Tells whoever started an installation that has nobody yet where the first administrator is made.</summary>
internal sealed class SetUpNotice(
    IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ISiteAddresses addresses, SetUpCode code, IEnumerable<FirstPersonComes> others) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var first = scope.ServiceProvider.GetRequiredService<FirstPerson>();

        if (others.Any() || !await first.IsWantedAsync(cancellationToken))
        {
            return;
        }

        lifetime.ApplicationStarted.Register(Tell);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // To the console and not to the log: the address is a key, and logs are read by many.
    private void Tell() => Console.WriteLine($"""

        Nobody can sign in yet. Make the first administrator here:
          {addresses.Origin}/merchant/set-up?code={code.Make()}

        """);
}

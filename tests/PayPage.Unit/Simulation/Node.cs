using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Payments;
using PayPage.Unit.Simulation.Outside;

namespace PayPage.Unit.Simulation;

/// <summary>One process of the site. When it crashes, what it was doing never goes on, and nothing it held in memory is left.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Node(World world, string name)
    {
        Name = name;
        _services = SimServices.For(world.Database)
            .AddSingleton<TimeProvider>(world.Clock)
            .AddSingleton<RandomBytes>(world.Chance.Bytes)
            .AddSingleton<IPaymentProcessors>(new UnsureProcessor(world, this))
            .AddSingleton<IEmailSender>(new UnsureMail(world, this))
            .ConfigureDbContext<SqliteDbContext>(o => o.AddInterceptors(new CrashPoints(world, this)))
            .BuildServiceProvider();
    }

    public string Name { get; }

    /// <summary>Null while it runs.</summary>
    public string? DiedAt { get; private set; }

    public bool IsDead => DiedAt is not null;

    /// <summary>One request, or one turn of a worker, with a scope of its own.</summary>
    public async Task<TResult> AskAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> ask)
        where TUseCase : notnull
    {
        MustBeAlive();
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public void Crash(string where)
    {
        DiedAt ??= where;
        MustBeAlive();
    }

    /// <summary>Every door to the outside asks this: what catches a crash cannot do anything with it.</summary>
    public void MustBeAlive()
    {
        if (DiedAt is { } where)
        {
            throw new CrashException(where);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>The process is gone. Nobody can handle this.</summary>
internal sealed class CrashException(string where) : Exception($"crashed {where}");

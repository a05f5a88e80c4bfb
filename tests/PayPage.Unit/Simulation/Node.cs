using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Payments;
using PayPage.Domain.Webhooks;
using PayPage.Unit.Simulation.Outside;

namespace PayPage.Unit.Simulation;

/// <summary>One process of the site. When it crashes, what it was doing never goes on, and nothing it held in memory is left.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncLocal<Job?> _job = new();

    public Node(World world, string name, TimeProvider clock)
    {
        Name = name;
        _services = SimServices.For(world.Database)
            .AddSingleton(SimDatabase.Keys)
            .AddSingleton(clock)
            .AddSingleton<RandomBytes>(world.Chance.Bytes)
            .AddSingleton<IPaymentProcessors>(new UnsureProcessor(world, this))
            .AddSingleton<IEmailSender>(new UnsureMail(world, this))
            .AddSingleton<ISmsSender>(new UnsureTexts(world, this))
            .AddSingleton<IWebhookSender>(new UnsureHooks(world, this))
            .ConfigureDbContext<SqliteDbContext>(o => o.AddInterceptors(new CrashPoints(world, this), world.Ears))
            .BuildServiceProvider();
    }

    public string Name { get; }

    /// <summary>Null while it runs.</summary>
    public string? DiedAt { get; private set; }

    public bool IsDead => DiedAt is not null;

    /// <summary>The use case that is being asked here, by whoever looks.</summary>
    public string Errand => _job.Value?.Name ?? "nothing";

    /// <summary>How many times it has come to a commit.</summary>
    public int Commits => _job.Value?.Commits ?? 0;

    public int CountCommit() => _job.Value is { } job ? ++job.Commits : 0;

    /// <summary>One request, or one turn of a worker, with a scope of its own.</summary>
    public async Task<TResult> AskAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> ask)
        where TUseCase : notnull
    {
        MustBeAlive();
        _job.Value = new Job(typeof(TUseCase).Name);
        await using var scope = _services.CreateAsyncScope();

        // Kept open while it works: opening it for each statement is half the cost of a run.
        await scope.ServiceProvider.GetRequiredService<PayPageDbContext>().Database.OpenConnectionAsync();
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

    private sealed class Job(string name)
    {
        public string Name => name;

        public int Commits { get; set; }
    }
}

/// <summary>The process is gone. Nobody can handle this.</summary>
internal sealed class CrashException(string where) : Exception($"crashed {where}");

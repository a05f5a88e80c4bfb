using Microsoft.Data.Sqlite;
using PayPage.Data;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>Looks at the database after everything that happens: at each moment the books are right, and each move was a legal one.</summary>
internal sealed class Watch(World world) : IDisposable
{
    private SqliteConnection? _ear;
    private long _heard = -1;

    public Snapshot Last { get; private set; } = Snapshot.Empty;

    public async Task LookAsync()
    {
        if (await IsNewAsync() && world.Ears.Ask() is { Count: > 0 } written)
        {
            var before = Last;
            Last = await world.Observer.AskAsync((PayPageDbContext db) => Snapshot.TakeAsync(db, before, written));
            History.Tell(world, before, Last);

            string[] broken =
            [
                .. BookRules.Broken(Last, world.Shops), .. LinkRules.Broken(Last), .. ProcessorRules.Broken(Last, world),
                .. History.Broken(before, Last, world),
            ];
            world.Must(broken.Length == 0, string.Join('\n', broken));
        }

        world.Must(true, "");    // or what was broken before and swallowed
    }

    /// <summary>Everything once more, at the end: had a write gone past the ears, it would show.</summary>
    public Task LookAtAllAsync()
    {
        _heard = -1;
        world.Ears.HearOfAll();
        return LookAsync();
    }

    public void Dispose() => _ear?.Dispose();

    /// <summary>SQLite tells a connection that stays open whether others have committed.</summary>
    private async Task<bool> IsNewAsync()
    {
        if (_ear is null)
        {
            _ear = new SqliteConnection(world.Database.ConnectionString);
            await _ear.OpenAsync();
        }

        await using var command = _ear.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        var version = (long)(await command.ExecuteScalarAsync())!;    // always one row
        return version != Interlocked.Exchange(ref _heard, version);
    }
}

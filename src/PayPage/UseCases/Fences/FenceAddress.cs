using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Fences;

namespace PayPage.UseCases.Fences;

/// <summary>Counts the payments that are begun from one network, in the unit of work that begins one: of any number who try at once, no more win than may.</summary>
internal sealed partial class FenceAddress(
    IAddressKeys keys, RandomBytes random, IOptions<FenceOptions> options, TimeProvider clock, ILogger<FenceAddress> log)
{
    internal static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    /// <param name="network">Of the payer, as the server sees it; nothing that a visitor may choose.</param>
    /// <returns>Null when it was counted; else how long to wait, and nothing was written.</returns>
    public async Task<TimeSpan?> CountAsync(Unit unit, string network, CancellationToken ct)
    {
        var (hash, now) = (await HashAsync(unit, network, ct), clock.GetUtcNow());
        var (oldest, newest) = (now - Span, now + Span);    // a clock that was set back leaves spans that begin in the future: they are none

        if (await Of(unit, hash).Where(a => a.Began > oldest && a.Began < newest && a.Begun < options.Value.PaymentsPerAddress)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Begun, a => a.Begun + 1), ct) == 1)
        {
            return null;
        }

        if (await Of(unit, hash).Where(a => a.Began <= oldest || a.Began >= newest)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Began, now).SetProperty(a => a.Begun, 1), ct) == 1)
        {
            return null;
        }

        if (await Of(unit, hash).Select(a => (DateTimeOffset?)a.Began).SingleOrDefaultAsync(ct) is { } began)
        {
            LogTooMany(log, options.Value.PaymentsPerAddress);
            return began + Span - now;
        }

        unit.Db.AddressCounts.Add(new AddressCount { Hash = hash, Began = now, Begun = 1 });
        await unit.Db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>The payment that was counted is not begun after all: in the same unit of work.</summary>
    public async Task UncountAsync(Unit unit, string network, CancellationToken ct)
    {
        var hash = await HashAsync(unit, network, ct);
        await Of(unit, hash).ExecuteUpdateAsync(set => set.SetProperty(a => a.Begun, a => a.Begun - 1), ct);
    }

    private static IQueryable<AddressCount> Of(Unit unit, byte[] hash) => unit.Db.AddressCounts.Where(a => a.Hash == hash);

    private async Task<byte[]> HashAsync(Unit unit, string network, CancellationToken ct) =>
        HMACSHA256.HashData(await KeyAsync(unit, ct), Encoding.UTF8.GetBytes(network));

    /// <summary>The same for all nodes. One that cannot be opened any more is replaced: then all begin to count anew, and nobody is kept from paying.</summary>
    private async Task<byte[]> KeyAsync(Unit unit, CancellationToken ct)
    {
        var known = await unit.Db.AddressKeys.SingleOrDefaultAsync(k => k.Id == AddressKey.TheOne, ct);

        if (known is not null && keys.Open(known.Sealed) is { } key)
        {
            return key;
        }

        var made = random(AddressCount.HashLength);

        if (known is null)
        {
            unit.Db.AddressKeys.Add(new AddressKey { Sealed = keys.Seal(made) });
        }
        else
        {
            known.Sealed = keys.Seal(made);
        }

        await unit.Db.SaveChangesAsync(ct);
        return made;
    }

    [LoggerMessage(3202, LogLevel.Warning, "{Most} payments were begun from one address in ten minutes, and one more was not (Limits__PaymentsPerAddress). Do all payers come through a proxy of yours? Then name it in PayPage__TrustedProxies.")]
    private static partial void LogTooMany(ILogger log, int most);
}

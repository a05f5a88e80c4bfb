using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Documents;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;
using PayPage.UseCases;
using PayPage.UseCases.Merchants;

namespace PayPage.Demo;

/// <summary>A merchant to play with, with a sandbox account and an API key. In test mode: no real money can be meant.</summary>
internal sealed class DemoMerchant(
    WriteSeam write, PayPageDbContext db, DemoKey key, IProcessorVault vault, RandomBytes random, IdSource ids, ChangeLook changeLook, ChangeLetters changeLetters,
    ChangeReminders changeReminders, TimeProvider clock)
{
    private const string Name = "Northgate Flowers";
    private const string LogoResource = "PayPage.Demo.logo.png";
    private const string KeyName = "Demo";
    private const int SecretLength = 24;

    /// <returns>Whether there is no merchant at all yet. Reads only.</returns>
    public async Task<bool> IsNewAsync(CancellationToken ct) => !await db.Merchants.AnyAsync(ct);

    /// <summary>May be done again.</summary>
    /// <returns>The caller that it is, and whether it was made just now.</returns>
    public async Task<(Caller Caller, bool IsNew)> ReadyAsync(CancellationToken ct)
    {
        var isNew = !await db.Merchants.AnyAsync(ct);

        if (isNew)
        {
            await write.RunAsync(AddAsync, ct);
            await DressAsync(ct);
        }

        var hash = Secret.Hash(await key.ReadAsync(ct));
        await write.RunAsync((unit, token) => UseKeyAsync(unit, hash, token), ct);
        var own = await db.ApiKeys.AsNoTracking().SingleAsync(k => k.Hash == hash, ct);

        return (new Caller(own.MerchantId, own.Mode, $"{own.Id}"), isNew);
    }

    private async Task DressAsync(CancellationToken ct)
    {
        using var logo = new MemoryStream();
        await typeof(DemoMerchant).Assembly.GetManifestResourceStream(LogoResource)!.CopyToAsync(logo, ct);    // built in
        var merchant = await db.Merchants.Where(m => m.Name == Name).Select(m => m.Id).FirstAsync(ct);
        await changeLook.HandleAsync(
            merchant,
            new Look("#0f766e", logo.ToArray(), "https://northgate.example/terms", "https://northgate.example/privacy"),
            null,
            ct);
        await changeLetters.HandleAsync(merchant, new Letters(null, null, "KvK 24123456\nVAT NL001234567B01", Paper.A4), null, ct);
        await changeReminders.HandleAsync(
            merchant,
            new Reminders(
                true,
                [
                    new TypedStep { Days = "5", When = TypedStep.Before, IsOn = true }, new TypedStep { Days = "1", When = TypedStep.After, IsOn = true },
                    new TypedStep { Days = "14", When = TypedStep.After, IsOn = false },
                ],
                null),
            null,
            ct);
    }

    private async Task AddAsync(Unit unit, CancellationToken ct)
    {
        if (await unit.Db.Merchants.AnyAsync(ct))
        {
            return;    // another process was first
        }

        var merchant = new Merchant
        {
            Id = MerchantId.New(ids),
            Name = Name,
            Email = "accounts@northgate.example",
            Phone = "+31 10 555 0199",
            Address = "12 Canal Street\nRotterdam",
            TimeZone = "Europe/Amsterdam",
            DefaultCurrency = Currency.Usd,
            CreatedAt = clock.GetUtcNow(),
        };
        var apiKey = $"sk_sandbox_{Base64Url.EncodeToString(random(SecretLength))}";

        unit.Db.Merchants.Add(merchant);
        unit.Db.Accounts.Add(new ProcessorAccount
        {
            Id = ProcessorAccountId.New(ids),
            MerchantId = merchant.Id,
            Kind = ProcessorKind.Sandbox,
            Mode = Mode.Test,
            SealedSecrets = vault.Seal(new ProcessorSecrets(apiKey, [Sandbox.SandboxWebhooks.SecretFor(apiKey)])),
            CreatedAt = clock.GetUtcNow(),
        });
    }

    /// <summary>The key in use today; an earlier demo key stops working when another one is set.</summary>
    private async Task UseKeyAsync(Unit unit, byte[] hash, CancellationToken ct)
    {
        var known = await unit.Db.ApiKeys.Where(k => k.Name == KeyName).ToListAsync(ct);

        if (known.Any(k => k.Hash.AsSpan().SequenceEqual(hash)))
        {
            return;
        }

        known.ForEach(k => k.Revoke(clock.GetUtcNow()));
        var merchant = await unit.Db.Merchants.OrderBy(m => m.CreatedAt).Select(m => m.Id).FirstAsync(ct);
        unit.Db.ApiKeys.Add(new ApiKey
        {
            Id = ApiKeyId.New(ids),
            MerchantId = merchant,
            Mode = Mode.Test,
            Name = KeyName,
            Hash = hash,
            CreatedAt = clock.GetUtcNow(),
        });
    }
}

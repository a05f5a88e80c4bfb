using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant begins: where the site is set to the sandbox, with an account there, so that the first invoice can be paid.</summary>
internal sealed class OpenMerchant(INewAccounts accounts, IProcessorVault vault, IdSource ids, TimeProvider clock)
{
    /// <summary>In the caller's unit of work, with what makes the merchant anybody's business.</summary>
    public Merchant In(Unit unit, NewMerchant wanted)
    {
        var merchant = new Merchant
        {
            Id = MerchantId.New(ids),
            Name = wanted.Name,
            Email = wanted.Email,
            Phone = wanted.Phone,
            Address = wanted.Address,
            TimeZone = wanted.TimeZone,
            DefaultCurrency = wanted.Currency,
            CreatedAt = clock.GetUtcNow(),
        };

        unit.Db.Merchants.Add(merchant);

        if (accounts.ForNewMerchant() is { } account)
        {
            unit.Db.Accounts.Add(new ProcessorAccount
            {
                Id = ProcessorAccountId.New(ids),
                MerchantId = merchant.Id,
                Kind = account.Kind,
                Mode = account.Mode,
                SealedSecrets = vault.Seal(account.Secrets),
                CreatedAt = merchant.CreatedAt,
            });
        }

        return merchant;
    }
}

/// <summary>What a merchant starts with: judged by whoever asked for it.</summary>
/// <param name="TimeZone">IANA name.</param>
internal sealed record NewMerchant(string Name, string Email, string TimeZone, Currency? Currency, string? Phone = null, string? Address = null);

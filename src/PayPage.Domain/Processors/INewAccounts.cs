namespace PayPage.Domain.Processors;

/// <summary>Gives a new merchant an account at the processor that the site is set to. Calls nobody.</summary>
public interface INewAccounts
{
    /// <returns>Null where accounts cannot be made by us: the merchant connects his own.</returns>
    NewAccount? ForNewMerchant();
}

public sealed record NewAccount(ProcessorKind Kind, Mode Mode, ProcessorSecrets Secrets);

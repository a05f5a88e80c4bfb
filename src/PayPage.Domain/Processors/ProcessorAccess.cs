namespace PayPage.Domain.Processors;

/// <summary>A merchant's account, opened for one conversation with its processor.</summary>
/// <param name="Mode">An event of the other mode is not about this account, whoever signed it.</param>
/// <param name="OwnId">The processor's own name for the account, e.g. <c>acct_…</c>; null until known.</param>
/// <param name="PublicKey">What a payer's browser may know; null where the processor has none.</param>
public sealed record ProcessorAccess(ProcessorSecrets Secrets, Mode Mode, string? OwnId = null, string? PublicKey = null)
{
    public static ProcessorAccess To(ProcessorAccount account, IProcessorVault vault) =>
        new(vault.Unseal(account.SealedSecrets), account.Mode, account.OwnId, account.PublicKey);
}

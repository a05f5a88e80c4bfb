namespace PayPage.UseCases.Reconciliation;

/// <summary>What counts as a difference between the books and a processor. Section <c>Reconciliation</c>.</summary>
internal sealed class ReconciliationOptions
{
    public const string Section = "Reconciliation";

    /// <summary>
    /// Whether other systems take money through the same accounts: then payments and refunds that do not bear our mark are counted and are nobody's matter.
    /// Money with our mark that is in no book is a difference all the same. Default: no.
    /// </summary>
    public bool SharedAccounts { get; set; }
}

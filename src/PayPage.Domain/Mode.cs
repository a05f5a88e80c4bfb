namespace PayPage.Domain;

/// <summary>Whether real money is meant. Keys, accounts, invoices, payments and ledger entries carry it; the two never meet in a sum.</summary>
public enum Mode
{
    Test,
    Live,
}

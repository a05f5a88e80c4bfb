namespace PayPage.Domain.Invoices;

public readonly record struct InvoiceNoteId(Guid Value)
{
    public static InvoiceNoteId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"nte_{Value:N}";
}

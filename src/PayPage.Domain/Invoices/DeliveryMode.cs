namespace PayPage.Domain.Invoices;

public enum DeliveryMode
{
    /// <summary>Nothing is sent: the merchant hands on the link himself.</summary>
    None,
    Email,
}

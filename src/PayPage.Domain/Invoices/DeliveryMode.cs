namespace PayPage.Domain.Invoices;

/// <summary>By which ways an invoice goes to its customer.</summary>
public enum DeliveryMode
{
    /// <summary>Nothing is sent: the merchant hands on the link himself.</summary>
    None,
    Email,

    /// <summary>A text message with the short form of the link.</summary>
    Sms,

    /// <summary>By e-mail and by text message.</summary>
    Both,
}

public static class DeliveryModes
{
    public static bool ByEmail(this DeliveryMode mode) => mode is DeliveryMode.Email or DeliveryMode.Both;

    public static bool BySms(this DeliveryMode mode) => mode is DeliveryMode.Sms or DeliveryMode.Both;
}

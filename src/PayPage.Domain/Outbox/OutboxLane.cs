namespace PayPage.Domain.Outbox;

public enum OutboxLane
{
    Mail,
    Text,
    Processor,

    /// <summary>Mails and texts of files of invoices.</summary>
    Bulk,

    /// <summary>Mails that come by the thousand each morning: a receipt does not wait behind them.</summary>
    Reminder,

    /// <summary>Reports take their time to be made.</summary>
    Report,
}

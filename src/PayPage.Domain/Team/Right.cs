namespace PayPage.Domain.Team;

/// <summary>One thing that a person may do at a merchant. Every page and every form of the back office names the one it needs.</summary>
public enum Right
{
    /// <summary>The home page, invoices, their history, their papers, and previews.</summary>
    SeeInvoices,

    /// <summary>Write notes that only colleagues see.</summary>
    WriteNotes,

    /// <summary>Create, change, publish and duplicate.</summary>
    WriteInvoices,

    /// <summary>Send by mail and text, copy links, make fresh and further links.</summary>
    SendInvoices,

    /// <summary>Upload files of invoices, and have them made and sent.</summary>
    SendBatches,

    CancelInvoices,

    /// <summary>Record money that came past us: cash, cheques, transfers.</summary>
    RecordPayments,

    /// <summary>Give money of a payment back, all or a part of it.</summary>
    RefundPayments,

    /// <summary>Compare the books with the processor, and settle in what they differ.</summary>
    CompareMoney,

    /// <summary>Reports of invoices, payments and refunds, and their files.</summary>
    SeeReports,

    SeeCustomers,

    WriteCustomers,

    /// <summary>Look, letters, defaults, numbers, who is told.</summary>
    ChangeSettings,

    /// <summary>Invite, change roles, remove.</summary>
    ManageTeam,

    /// <summary>Say which of the merchant's systems are told of events, and see what they were told.</summary>
    ManageWebhooks,

    /// <summary>Make and revoke the keys with which the merchant's systems act for it.</summary>
    ManageKeys,

    /// <summary>Say through which account at a processor customers' money comes.</summary>
    ManageAccounts,
}

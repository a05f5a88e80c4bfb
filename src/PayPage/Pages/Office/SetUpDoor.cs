namespace PayPage.Pages.Office;

/// <summary>How the door to the first run stands.</summary>
internal enum SetUpDoor
{
    /// <summary>There is somebody already.</summary>
    Closed,

    /// <summary>Open, but not to this reader.</summary>
    NoCode,

    Open,
}

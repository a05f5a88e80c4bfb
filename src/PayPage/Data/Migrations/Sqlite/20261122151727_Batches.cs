using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Batches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_DueAt",
                table: "Outbox");

            migrationBuilder.AddColumn<Guid>(
                name: "BatchId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBulk",
                table: "Outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "BillTo_Address",
                table: "Invoices",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Door = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", unicode: false, maxLength: 80, nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    SeenEncoding = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Refusal = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Findings = table.Column<string>(type: "TEXT", nullable: false),
                    Header = table.Column<string>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    GoodRows = table.Column<int>(type: "INTEGER", nullable: false),
                    BadRows = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedRows = table.Column<int>(type: "INTEGER", nullable: false),
                    RejectedRows = table.Column<int>(type: "INTEGER", nullable: false),
                    GoodInvoices = table.Column<int>(type: "INTEGER", nullable: false),
                    BadInvoices = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedInvoices = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneLine = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HeldUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ProcessedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NextSendAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeaseNo = table.Column<long>(type: "INTEGER", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WorkedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Format_AmountUnit = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Format_DateOrder = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Format_DecimalMark = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Format_Delimiter = table.Column<char>(type: "TEXT", nullable: true),
                    Format_Encoding = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Wished_AmountUnit = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Wished_DateOrder = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Wished_DecimalMark = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Wished_Delimiter = table.Column<char>(type: "TEXT", nullable: true),
                    Wished_Encoding = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Batches_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BatchPieces",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchPieces", x => new { x.BatchId, x.Number });
                    table.ForeignKey(
                        name: "FK_BatchPieces_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BatchRows",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    HeadLine = table.Column<int>(type: "INTEGER", nullable: false),
                    Cells = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Faults = table.Column<string>(type: "TEXT", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchRows", x => new { x.BatchId, x.Line });
                    table.ForeignKey(
                        name: "FK_BatchRows_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_IsBulk_DueAt",
                table: "Outbox",
                columns: new[] { "IsBulk", "DueAt" },
                filter: "[SentAt] IS NULL AND [DeadAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_MerchantId_Mode_CreatedAt_Id",
                table: "Batches",
                columns: new[] { "MerchantId", "Mode", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_MerchantId_Mode_Hash",
                table: "Batches",
                columns: new[] { "MerchantId", "Mode", "Hash" },
                unique: true,
                filter: "[Hash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_MerchantId_Mode_Reference",
                table: "Batches",
                columns: new[] { "MerchantId", "Mode", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Batches_Stage_WorkedAt",
                table: "Batches",
                columns: new[] { "Stage", "WorkedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_BatchRows_BatchId_Key",
                table: "BatchRows",
                columns: new[] { "BatchId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_BatchRows_BatchId_State_Line",
                table: "BatchRows",
                columns: new[] { "BatchId", "State", "Line" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BatchPieces");

            migrationBuilder.DropTable(
                name: "BatchRows");

            migrationBuilder.DropTable(
                name: "Batches");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_IsBulk_DueAt",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "BatchId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "IsBulk",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "BillTo_Address",
                table: "Invoices");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DueAt",
                table: "Outbox",
                column: "DueAt",
                filter: "[SentAt] IS NULL AND [DeadAt] IS NULL");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.SqlServer
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
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBulk",
                table: "Outbox",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "Number",
                table: "Invoices",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(26)",
                oldMaxLength: 26,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "BillTo_Address",
                table: "Invoices",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mode = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Door = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Actor = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: false),
                    UploadedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Stage = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    SeenEncoding = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Refusal = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Findings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Header = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Rows = table.Column<int>(type: "int", nullable: false),
                    GoodRows = table.Column<int>(type: "int", nullable: false),
                    BadRows = table.Column<int>(type: "int", nullable: false),
                    CreatedRows = table.Column<int>(type: "int", nullable: false),
                    RejectedRows = table.Column<int>(type: "int", nullable: false),
                    GoodInvoices = table.Column<int>(type: "int", nullable: false),
                    BadInvoices = table.Column<int>(type: "int", nullable: false),
                    CreatedInvoices = table.Column<int>(type: "int", nullable: false),
                    DoneLine = table.Column<int>(type: "int", nullable: false),
                    ValidatedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HeldUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ProcessedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NextSendAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LeaseNo = table.Column<long>(type: "bigint", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WorkedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Format_AmountUnit = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Format_DateOrder = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Format_DecimalMark = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Format_Delimiter = table.Column<string>(type: "nvarchar(1)", nullable: true),
                    Format_Encoding = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Wished_AmountUnit = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Wished_DateOrder = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Wished_DecimalMark = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Wished_Delimiter = table.Column<string>(type: "nvarchar(1)", nullable: true),
                    Wished_Encoding = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true)
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
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    HeadLine = table.Column<int>(type: "int", nullable: false),
                    Cells = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Faults = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true),
                    InvoiceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    InvoiceNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
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

            migrationBuilder.AlterColumn<string>(
                name: "Number",
                table: "Invoices",
                type: "nvarchar(26)",
                maxLength: 26,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(40)",
                oldMaxLength: 40,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DueAt",
                table: "Outbox",
                column: "DueAt",
                filter: "[SentAt] IS NULL AND [DeadAt] IS NULL");
        }
    }
}

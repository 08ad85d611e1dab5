;;; Run by emacs_test.py in batch Emacs, with eglot or lsp-mode (the variable CLIENT).  -*- lexical-binding: t -*-

(require 'cl-lib)
(require 'subr-x)

(defun wait-for (what test)
  "Wait for TEST; fail, naming WHAT, when it does not come."
  (let ((end (+ (float-time) 60)) result)
    (while (and (not (setq result (funcall test))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or result (error "No %s" what))))

(setq create-lockfiles nil
      make-backup-files nil)
(prefer-coding-system 'utf-8)
(find-file (getenv "ARTICLE"))
(text-mode)

(defun messages-eglot ()
  "The findings that Flymake shows."
  (flymake-start)
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun messages-lsp ()
  "The findings that lsp-mode has."
  (mapcar (lambda (one) (lsp:diagnostic-message one))
          (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics))))

(pcase (getenv "CLIENT")
  ("eglot"
   (require 'eglot)
   (require 'bnlint)
   (setq eglot-sync-connect t eglot-autoshutdown nil)
   (apply #'eglot--connect (eglot--guess-contact))
   (let ((found (wait-for "findings" #'messages-eglot)))
     (message "eglot: %S" found)
     (goto-char (point-min))
     (search-forward "এলেন।")
     (cl-letf (((symbol-function 'completing-read)
                (lambda (_prompt actions &rest _) (caar actions))))
       (eglot-code-actions (point) (point) "quickfix" t))
     (unless (string-match-p "এলেন। সবাই" (buffer-string)) (error "Not mended: %s" (buffer-string)))
     (eglot--signal-textDocument/didChange)
     (wait-for "fresh findings" (lambda () (= (length (messages-eglot)) (1- (length found))))))
   (save-buffer)
   (eglot-shutdown (eglot-current-server)))
  ("lsp-mode"
   (setq lsp-auto-guess-root t lsp-restart 'ignore lsp-session-file (expand-file-name "session")
         lsp-enable-suggest-server-download nil lsp-debounce-full-sync-notifications nil
         lsp-enable-file-watchers nil)
   (require 'lsp-mode)
   (require 'bnlint)
   (lsp)
   (let ((found (wait-for "findings" #'messages-lsp)))
     (message "lsp-mode: %S" found)
     (goto-char (point-min))
     (search-forward "এলেন।")
     (lsp-execute-code-action (elt (lsp-code-actions-at-point) 0))
     (unless (string-match-p "এলেন। সবাই" (buffer-string)) (error "Not mended: %s" (buffer-string)))
     (wait-for "fresh findings" (lambda () (= (length (messages-lsp)) (1- (length found))))))
   (save-buffer)))
